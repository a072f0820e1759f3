# Reviewed by: nobody yet.
# Open data: what others may use, and the leaflet to take along.

open-title = Açık veri
open-lead = { $name } yardım haritası (sociale kaart) herkesindir. Bu verileri kendi sitenizde, uygulamanızda veya araştırmanızda kullanabilirsiniz.
open-sources = Kaynaklar
open-files = Dosyanın tamamı
open-files-none = Dosyalar şu anda hazırlanıyor. Birkaç dakika sonra tekrar bakın.
open-files-text = Bu sitedeki bütün grup ve kurumlar ({ $parties }) ve bütün hizmetleri ({ $offers }).
open-file-json = HSDS JSON ({ $size })
open-file-tables = Tablolar, zip ({ $size })
open-made = Hazırlandığı zaman: { $day }, { $time }
open-often = Her gün yeniden. Az önce bir şey değiştiyse dosyayı önce yeniden hazırlarız: bu biraz sürebilir.
open-files-not-now = Dosyayı şu anda hazırlayamıyoruz. Bir dakika sonra tekrar deneyin.
open-licence = Lisans
open-licence-text = Bu belediyenin kendi yazdıklarını, nereden aldığınızı söylerseniz serbestçe kullanabilirsiniz:
open-licence-sources = Bir bölümü başkalarından gelir. Onlar için kendi lisansları geçerlidir. Her bilginin yanında kaynağı yazar.
open-interface = Başka bir programla bağlantı
open-interface-text = Programlar haritayı, yardım haritalarının standardı olan HSDS 3.0 ile okur. Anahtar gerekmez.
open-interface-about = Hangi standart ve hangi profil
open-interface-offers = Hizmetler
open-interface-parties = Gruplar ve kurumlar
open-interface-places = Yere göre hizmetler
open-interface-taxonomies = Konu listesi
open-interface-themes = Konular
open-interface-openapi = Programcılar için açıklama (OpenAPI)
open-interface-profile = Hollanda profili
open-never = İçinde hiçbir zaman olmayanlar
open-never-names = İnsanların adları ve fotoğrafları. Yalnızca rolleri vardır.
open-never-secret = Gizli adresler.
open-never-hidden = Çok uzun süre kontrol edilmeyenler.
open-never-residents = Mahalle sakinleri hakkında bilgi. Bunu saklamıyoruz.

leaflet-title = { $name }: kim yardım ediyor
leaflet-lead = Yardım haritasındaki bilgiler. Tarih: { $day }. Gitmeden önce arayın.
leaflet-nobody = Bu mahallede haritada henüz kimse yok.
leaflet-beside = Yanında ikinci dil
leaflet-alone = Tek dil
leaflet-how = Bu sayfayı tarayıcınızla yazdırın. A4 kâğıda sığar.
leaflet-more = { $count ->
    [one] { $number } grup veya kurum daha var. Bu sayfaya sığmadı, sitede duruyor.
   *[other] { $number } grup veya kurum daha var. Bu sayfaya sığmadılar, sitede duruyorlar.
}
leaflet-call = Arayın
leaflet-what-for = Ne için
leaflet-themes = Konusu
leaflet-way = Nasıl
leaflet-when = Ne zaman
leaflet-languages = Diller
leaflet-room = Yer var mı
leaflet-confirmed = Doğru mu

no-unknown = “{ $name }” burada tanıdığımız bir soru değil. Tanıdıklarımız: { $known }.
no-twice = “{ $name }” iki kez yazılmış. Bir kez yazın.
no-unreadable = Bu adres okunamıyor: içinde UTF-8 olmayan karakterler var.
no-number = “{ $name }” 1 veya daha büyük bir sayı olmalı, yaşlarda 0 veya daha büyük.
no-yes-or-no = “{ $name }” true veya false olmalı.
no-id = “{ $name }” bir id olmalı: 36 karakterlik bir UUID.
no-date = “{ $name }” bir gün veya zaman olmalı, örneğin 2026-11-25 veya 2026-11-25T09:00:00Z.
no-time = “{ $name }” bir saat olmalı, örneğin 09:00.
no-day = “day” bir gün olmalı: MO, TU, WE, TH, FR, SA veya SU.
no-postcode = “postcode” dört rakam ya da dört rakam ve iki harf olmalı, örneğin 9927 AB.
no-distance = “proximity” 0 veya daha büyük bir metre sayısı olmalı.
no-distance-alone = “proximity” yalnızca “postcode” ile birlikte çalışır.
no-word = “{ $name }” şu kelimelerden biri olmalı: { $known }.
no-area = “area” bir semtin (wijk) veya mahallenin (buurt) CBS kodu olmalı, örneğin WK036301 veya BU03630100.
no-too-many = Bu kadarı bir sayfaya sığmaz. Burada en fazla { $most } isteyin.
no-page = Sayfa { $page } yok. Toplam { $pages } sayfa var.
no-there = Bu yok.
no-moved = Bu, bir başkasıyla birleştirildi. Artık burada: { $path }
no-method = Burada yalnızca okuyabilirsiniz. GET kullanın.
no-busy = Veriler şu anda okunamıyor. Birkaç saniye sonra tekrar deneyin.
no-fault = Bizim tarafımızda bir şey ters gitti. Bu numarayı bildirin: { $reference }.
