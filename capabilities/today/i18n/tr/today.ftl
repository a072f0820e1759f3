# Reviewed by: nobody yet.
# Vandaag.

today = Bugün
today-hello = Merhaba { $name }. Sizi bekleyenler ve mahallenizde olup bitenler burada.
today-ask = Mahalleye sor
today-find = Grup veya kurum ara
today-mine = Sıra sizde
today-nothing = Sizi bekleyen bir şey yok
today-nothing-note = Güzel. Sizin bir sorunuz mu var? Çekinmeden sorun.
today-answered = Cevap aldınız
today-look-back = Nasıl geçti?
today-theirs = Başkasını bekliyorsunuz
today-for-all = Mahallede açık olanlar
today-fresh = Yeni veya yeni kontrol edilmiş
today-all-questions = Grubunuzun veya kurumunuzun bütün soruları
today-all-handovers = Grubunuzun veya kurumunuzun bütün devirleri
