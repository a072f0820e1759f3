# Reviewed by: nobody yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = Belediyenizi seçin
choose-municipality-lead = Bu adreste birden fazla belediye (gemeente) var. Hangisini arıyorsunuz?
no-municipality = Burada henüz bir belediye yok.
database-away = Site şu anda bilgilere ulaşamıyor. Bir dakika sonra tekrar deneyin.
machine-says = Bu şu anda mümkün değil. Nedenini bu sitenin yöneticisi bilir.
wrong-method = Bu adreste bu yapılamaz. Geri dönün ve sayfanın kendisinden deneyin.
too-slow = Gönderme çok uzun sürdü. Bağlantınızı kontrol edin ve tekrar deneyin.
too-busy = Cevap çok uzun sürdü. Bir dakika sonra tekrar deneyin.
not-understood = Tarayıcınızın gönderdiğini anlamadık. Geri dönün ve tekrar deneyin.
too-often-for-programs = Aynı anda çok fazla istek geldi. { $seconds } saniye sonra tekrar deneyin.
