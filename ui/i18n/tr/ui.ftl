# Reviewed by: nobody yet.
# Words of the layout and the components. Siz, short.

skip = İçeriğe git
menu = Ana menü
menu-neighbourhood = Mahalle
menu-today = Bugün
menu-search = Ara
menu-map = Harita
menu-desk = Yönetim
menu-me = Yerim
menu-sign-in = Giriş
who-you-are = Siz kimsiniz
municipality = { $name } Belediyesi (gemeente)
description = { $municipality }: kim hangi konuda yardım ediyor? Mahalle grupları ve kurumlar bir arada.
demo-label = Bu örnek hakkında
demo = Bu bir örnektir. { $name } diye bir yer yoktur. Bütün adlar ve adresler uydurmadır.
offline = Bağlantı yok. Biraz sonra tekrar deneyin.
line-lost = Bağlantı yok. Yazdıklarınız duruyor. Birazdan tekrar deneyin.
signed-out = Burada artık giriş yapmış değilsiniz. Yazdıklarınız duruyor. Başka bir sekmede giriş yapın. Birden çok taraf için mi çalışıyorsunuz? Orada kimin için olduğunu da seçin. Sonra buraya dönüp yeniden gönderin.
languages = Dil
about = Bu site hakkında
about-privacy = Bilgileriniz ve onları kimler görüyor
about-help = Siteyi kullanma yardımı
about-accessibility = Erişilebilirlik
about-sources = Kaynaklar
not-reviewed = Bu çeviriyi, ana dili Türkçe olan biri henüz kontrol etmedi. Bir hata mı gördünüz? Bize bildirin.

sphere-informal = Mahalleden
sphere-formal = Kurum
sphere-resident = Mahalle sakini

search = Ara
optional = (boş kalabilir)
error = Hata:
errors-label = Henüz doğru olmayanlar
errors = { $count ->
    [one] Henüz doğru olmayan 1 şey var.
   *[other] Henüz doğru olmayan { $count } şey var.
}
breadcrumb = Bulunduğunuz yer
pages = Sayfalar
page-previous = Önceki
page-next = Sonraki
page-of = Sayfa { $page } / { $pages }
page-now = Sayfa { $page }
progress = { $done } / { $of }
step-done = Tamam:
step-now = Şimdi:
step-later = Sonra:
does = Bunu yapıyoruz
does-not = Bunu yapmıyoruz
figure-table = Aynısı tablo olarak

not-there = Bu sayfa yok
not-there-text = Belki sayfa taşındı, belki de adres tam doğru değil. Siz yanlış bir şey yapmadınız.
not-allowed = Bunu burada yapamazsınız
not-allowed-text = Rolünüz buna izin vermiyor. Belediyenizin yöneticisine sorun.
not-yet = Bu henüz mümkün değil
fault = Bizde bir şey ters gitti
fault-text = Bu sizin hatanız değil. Ne olduğunu kaydettik. Birkaç dakika sonra tekrar deneyin.
reference = Bizi ararsanız veya bize yazarsanız bu numarayı söyleyin:
too-big = Bu çok büyük
too-big-text = Dosya veya metin sığmıyor. Küçültün ve tekrar deneyin.
too-often = Biraz bekleyin
too-often-text = Aynı anda çok fazla istek geldi. Bir dakika bekleyin ve tekrar deneyin.
read-only = Şu anda yalnızca okuyabilirsiniz
read-only-text = Site üzerinde kısa bir çalışma yapıyoruz. Arama ve okuma çalışıyor. Telefon numaralarını da böyle bulabilirsiniz. Değişiklik yapmak biraz sonra yine mümkün olacak.
read-only-call = Bekleyemez misiniz? Arayın:
to-start = Başa dön
to-search = Yardım ara
to-help = Siteyi kullanma yardımı

style = Stil
style-lead = Sayfaların bütün parçaları, her durumda. Böylece bir değişikliğin etkisini hemen görürsünüz.
style-themes = Bir belediye seçin
style-components = Parçalar
style-street = Sokak
style-street-text = Yuvarlak mahalleden, kare bir kurum, ev bir mahalle sakini. Top, şimdi bir şey yapacak kişidedir.
style-icons = İşaretler
style-nothing = Burada görülecek bir şey yok, böyle olması gerekiyor.
style-empty = Boş
style-ordinary = Normal
style-longest = En uzun
style-refused = Reddedilmiş
