# Reviewed by: nobody yet.
# Words of signing in with the account of a municipality.

provider-begin = { $name } ile giriş yap
provider-none = Bu belediyenin burada kendi giriş yolu yok.
provider-unreachable = Belediyenizin giriş sistemi cevap vermiyor.
provider-not-understood = Belediyenizin giriş sistemi anlamadığımız bir cevap verdi.
provider-not-registered = Belediyenizin giriş sistemi Samenspel’i tanımıyor ya da doğru tanımıyor.
provider-cancelled = Girişi durdurdunuz. Hiçbir şey olmadı.
provider-not-finished = Belediyenizdeki giriş tamamlanmadı.
provider-incomplete = Bu adres doğru değil. Bir parçası eksik ya da bir şey fazla.
provider-unknown = Bu girişi tanımıyoruz ya da artık tanımıyoruz.
provider-took-too-long = Giriş on dakikadan uzun sürdü. Bu yüzden geçerli değil.
provider-other-browser = Girişe başka bir tarayıcıda veya başka bir sekmede başladınız.
provider-used-already = Bu giriş daha önce kullanıldı. Bu yalnızca bir kez olur.
provider-code-spent = Belediyeniz bu girişin daha önce kullanıldığını ya da çok eski olduğunu söylüyor.
provider-other-provider = Cevap, belediyenizinkinden başka bir giriş sisteminden geldi. Bu yüzden geçerli değil.
provider-for-another = Belediyeniz başka bir program için olan bir cevap verdi.
provider-other-sign-in = Belediyenizin cevabı başka bir girişe ait.
provider-not-genuine = Cevabın gerçekten belediyenizden gelip gelmediğini anlayamıyoruz. Bu yüzden geçerli değil.
provider-from-the-future = Bizim saatimize göre belediyenizin cevabı gelecekte verilmiş. İki saatten biri yanlış.
provider-long-past = Bizim saatimize göre belediyenizin cevabı çok eski. Belki iki saatten biri yanlış.
provider-too-weak = Giriş yaptınız, ama belediyenizin istediği ikinci adım olmadan.
provider-nobody = Belediyeniz kim olduğunuzu söylemedi.

provider-way-again = Girişe yeniden başlayın.
provider-way-later = Birkaç dakika sonra tekrar deneyin. Yine olmazsa başka bir yolla giriş yapın.
provider-way-second-step = İkinci adımla yeniden giriş yapın. Bu, örneğin telefonunuza gelen bir koddur.
provider-way-other = Başka bir yolla giriş yapın.
provider-way-tell-municipality = Bunu belediyenizdeki Samenspel yöneticisine söyleyin. Tekrar denemek çoğu zaman işe yaramaz.
provider-way-check-clock = Bir kez daha deneyin. Böyle kalırsa teknik yöneticiye, sunucunun saatinin yanlış olabileceğini söyleyin.
