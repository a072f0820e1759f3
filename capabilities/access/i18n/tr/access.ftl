# Reviewed by: nobody yet.
# Words of the door.

sign-in = Yönetim için giriş
sign-in-lead = Bu sayfalar yardım haritasının (sociale kaart) yöneticisi içindir. Bu kurulumun anahtarını yazın.
sign-in-no-key = Bu kurulumun henüz bir yönetim anahtarı yok. Teknik yönetici onu ayarlara ekler.
sign-in-token = Anahtar
sign-in-token-hint = En az 16 karakter. Anahtarı teknik yöneticiden alırsınız.
sign-in-wrong = Bu anahtar doğru değil. Bütün karakterleri yazıp yazmadığınıza bakın ve tekrar deneyin.
sign-in-go = Giriş yap
sign-out = Çıkış yap

once-again = Bir kez daha gönderin
once-no-key = Bu sayfa, göndermek için fazla eskimişti. Hiçbir şey değişmedi. Sayfayı yeniden yükleyin ya da yazdığınızı aşağıdan bir kez daha gönderin.
once-elsewhere = Bu form başka bir sayfaya ait. Hiçbir şey değişmedi. Sayfayı yeniden yükleyin ya da yazdığınızı aşağıdan bir kez daha gönderin.
once-changed = Bu formu daha önce, içinde başka bir şeyle gönderdiniz. İlki kaydedildi, bu henüz kaydedilmedi. Şu anki durumu görmek için sayfayı yeniden yükleyin ya da yazdığınızı aşağıdan bir kez daha gönderin.
once-unproved = Bunu gönderdiğinizde oturumunuz artık açık değildi. Belki hiçbir şey kaydedilmedi. Yazdıklarınız aşağıda. Kopyalayın, geri dönün ve sayfayı yeniden yükleyin.
once-unsent = Gönderdiğiniz henüz kaydedilmedi
once-unsent-how = Artık oturumunuz açık değil. Yazdıklarınız aşağıda. Başka bir sekmede oturum açın, formu orada yeniden açın ve metninizi oraya kopyalayın.
once-kept = Yazdıklarınızın hepsi duruyor.
once-send = Gönder
once-reload = Geri dönün, sayfayı yeniden yükleyin ve dosyanızı bir kez daha seçin.
once-busy = Formunuz bize ulaştı ve üzerinde çalışıyoruz. Biraz bekleyin ve sonra sayfayı yeniden yükleyin.
once-done = Bu zaten yapıldı
once-done-text = Bu formu daha önce gönderdiniz. İkinci seferde hiçbir şey değişmedi.
