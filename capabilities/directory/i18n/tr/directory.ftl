# Reviewed by: nobody yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = Şimdi açık, kapanış: { $time }
opens-today = Bugün { $time }
opens-tomorrow = Yarın { $time }
opens-day = { $day } { $time }
days-two = { $first } ve { $last }
days-span = { $first } – { $last }
way-walk-in = Randevusuz
way-appointment = Randevuyla
way-phone = Telefonla
way-home-visit = Evinize gelir
way-online = İnternetten
capacity-open = Yer var
capacity-few = Birkaç yer kaldı
capacity-waiting = Bekleme listesi
capacity-closed = Şu anda yer yok
capacity-unknown = Yer olup olmadığı bilinmiyor
age-ageing = Bir süredir kontrol edilmedi
age-stale = Uzun süredir kontrol edilmedi. Önce arayın.
age-hidden = Çok eski. Ziyaretçiler bunu artık görmüyor.

# Themes.
theme-all-of = { $theme }: hepsi
theme-in-general = Genel olarak
themes-title = Konular
themes-lead = Yardım alınabilecek her şey, sade sözlerle. Bir konu seçin, kimin yardım ettiğini görün.
themes-none = Henüz konu yok.
themes-count = yardım
themes-nothing = (burada henüz yardım yok)
themes-official = Resmî adı
themes-mapping = Resmî adlar, belediye hizmetleri listesinden gelir (Uniforme Productnamenlijst).
start-all-themes = Bütün konular
start-often-themes = En çok yardım bulunan konular

# Who looked at it, and where it came from.
not-checked = Henüz bir insan tarafından kontrol edilmedi
checked-on = Kontrol edildi: { $day }
checked-by = – kontrol eden:
age-advice = Bazı bilgiler artık doğru olmayabilir. Gitmeden önce arayın veya e-posta gönderin.
source = Kaynak:
licence = Lisans:
about-sources-link = Kaynaklar hakkında
source-dropped = Kaynakta artık geçmiyor. Şu günden beri: { $day }.

# The list.
list-title = Kim ne yapıyor?
search-question = Hangi konuda yardım arıyorsunuz?
list-all = { $count ->
    [one] Gidebileceğiniz 1 yer
   *[other] Gidebileceğiniz { $number } yer
}
list-found = { $count ->
    [0] Kimse bulunamadı
    [one] 1 yer bu konuda yardım ediyor
   *[other] { $number } yer bu konuda yardım ediyor
}
worlds = Mahalleden veya kurum
worlds-both = İkisi de
shorter = Listeyi kısaltın
choose-theme = Konu ne?
any-theme = Hepsi
choose-language = Hangi dili konuşuyorsunuz?
any-language = Bütün diller
choose-area = Hangi mahallede?
any-area = Her yerde
whole-district = { $name } (bütün semt)
choose-near = Nereye yakın?
choose-near-hint = Bir mahalle, posta kodunun dört rakamı veya bir yerin adı
near = Şuraya yakın:
distance-metres = { $number } metre
distance-kilometres = { $number } km
found-read-as = Şunu aradık: { $words }
walk-into = Mahallede sorun
walk-into-text = Mahalle sakinlerinin bu gruplarına randevusuz gidebilirsiniz. Size kimin yardım edebileceğini çoğu zaman bilirler.
suggestions = Bunlardan birini mi demek istediniz?
choose-day = Hangi gün?
any-day = Bütün günler
choose-capacity = Yer var mı?
any-capacity = Fark etmez
choose-show = Göster
chosen = Seçimleriniz
drop = Kaldır:
choice-unknown = Seçimlerinizden birini tanımıyoruz. Onu çıkardık.
postcode-unknown = { $postcode } posta kodunun nerede olduğunu bilmiyoruz. Semtinizi veya mahallenizi seçin.
question-shortened = Sorunuz çok uzundu. Baş kısmıyla aradık.
found-loosely = Bütün kelimelerinize uyan bir şey yok. Bunlar bir bölümüne uyuyor.
map = Harita
map-of-list = Numaralar listeyle aynıdır. Yuvarlak mahalleden, kare bir kurumdur.
page-gone = Bu sayfa yok
page-gone-text = Listede daha az sayfa var: { $pages }.
page-last = Son sayfaya git
nothing-yet = Burada henüz kimse yok
nothing-yet-text = Bir grup veya kurum katılınca onu burada bulursunuz.
nobody-found = Kimse bulunamadı
nobody-found-text = Seçimleriniz birlikte çok dar. Birini bırakın:
nobody-found-words = Başka bir kelime deneyin ya da listenin tamamına bakın.
nobody-found-choices = Seçimlerinizden birini bıraksanız da kimse yok. Listenin tamamına bakın.
without = Şunsuz:
list-everything = Hepsine bakın ({ $number })
missing-title = Grubunuz burada yok mu?
missing-text = Küçük bir grup da buraya aittir. Vakıf olmanız gerekmez.
missing-link = Grubunuzun eklenmesini isteyin

# A party and an offer.
party-facts = Ulaşım, yer ve mahalleler
call = Arayın
mail = E-posta gönderin
call-for = Bunun için arayabilirsiniz
not-for = Bunu yapmıyoruz
party-hand-over = Yardımı tanıştırarak devret
party-offers = Burada bunları yapabilirsiniz
party-people = Burada bu kişileri bulursunuz
works-gladly = Böyle birlikte çalışmayı severiz
lived-experience = Kendi deneyimiyle
reach-us = Bize böyle ulaşırsınız
room-now = Şu anda yer var mı?
languages-spoken = Diller
areas-served = Burada çalışıyoruz
serves-all = { $name }: her yerinde
serves-unknown = Bu henüz yazılmadı.
something-wrong = Yanlış bir şey mi var?
map-of-party = Bizi burada bulursunuz.
where = Nerede
address-secret = Adres gizlidir. Önce arayın.
mail-returns = Bu adrese gönderilen e-posta geri geliyor. Ziyaretçiler adresi, değiştirilince veya biri doğru olduğunu söyleyince yeniden görür.
address-unknown = Adres henüz yazılmadı.
offer-facts = Bunu kim yapıyor, nerede
map-of-offer = Yer burası.
when = Ne zaman
when-table = Bir haftadaki saatler
day = Gün
open = Açık
for-whom = Kimler için
way-in = Nasıl girersiniz
cost = Ücreti ne
more-about = Bu konuda daha fazlası

# Areas.
areas-title = Semtler ve mahalleler
areas-lead = Bir mahalle seçin. Orada kimlerin yeri olduğunu ve oraya kimlerin geldiğini görürsünüz.
areas-none = Burada henüz mahalle yok
areas-none-text = Yine de arayabilirsiniz.
area-district = Semt (wijk), { $name }
area-neighbourhood = Mahalle (buurt), { $name }
area-find = Bu mahallede yardım ara
area-leaflet = Yazdırılacak sayfa
area-reciprocity = Karşılıklı sorular ve cevaplar
area-facts = Harita ve sayılar
map-of-area = Bu mahalle ve çevresi. Yuvarlak mahalleden, kare bir kurumdur.
area-here = { $count ->
    [0] Burada kimsenin kendi yeri yok
    [one] 1 grup veya kurumun burada kendi yeri var
   *[other] { $number } grup veya kurumun burada kendi yeri var
}
area-working = { $count ->
    [one] 1 grup veya kurum burada da çalışıyor
   *[other] { $number } grup veya kurum burada da çalışıyor
}
area-all = Hepsine bakın
area-inside = Bu semtteki mahalleler
area-neighbours = Yandaki mahalleler
gaps-title = Yandaki mahallelerde bunlar var
gap-nobody = { $count ->
    [one] Yandaki 1 mahallede ‘{ $theme }’ konusunda yardım var. Burada henüz yok.
   *[other] Yandaki { $count } mahallede ‘{ $theme }’ konusunda yardım var. Burada henüz yok.
}
gap-informal = { $count ->
    [one] Yandaki 1 mahallede mahalleden biri ‘{ $theme }’ konusunda yardım ediyor. Burada mahalleden kimse henüz yok.
   *[other] Yandaki { $count } mahallede mahalleden biri ‘{ $theme }’ konusunda yardım ediyor. Burada mahalleden kimse henüz yok.
}
gap-formal = { $count ->
    [one] Yandaki 1 mahallede bir kurum ‘{ $theme }’ konusunda yardım ediyor. Burada henüz kurum yok.
   *[other] Yandaki { $count } mahallede bir kurum ‘{ $theme }’ konusunda yardım ediyor. Burada henüz kurum yok.
}
figures = Sayılar
figure-residents = kişi burada oturuyor
figure-households = hane
figure-older = kişi 65 yaşında veya daha büyük
figure-young = kişi 15 yaşından küçük
figures-year = { $year } yılından.

# The first page.
start-title = { $name }: neler oluyor?
start-sentence = Burada { $informal ->
    [one] mahalleden 1 grup
   *[other] mahalleden { $informal_number } grup
} ve { $formal ->
    [one] 1 kurum
   *[other] { $formal_number } kurum
} bulursunuz.
start-sentence-empty = Size yardım edebilecekler buraya gelecek.
start-empty = Burada henüz kimse yok
start-empty-text = Bu belediye yeni başlıyor. Bir grup veya kurum musunuz? O zaman ilk siz olabilirsiniz.
search-hint = Örneğin: mektup okumak, borçlar, birlikte yemek
start-worlds = İki dünya, tek mahalle
start-informal = Birbirine yardım eden mahalle sakinleri: gruplar, gönüllüler, rehberler. Mahalleyi bilirler.
start-formal = İşi bu olan kişiler: mahalle ekibi (wijkteam), belediye (gemeente), sosyal hizmetler (welzijn). Kuralları bilirler.
start-themes = Konu ne?
start-districts = Bir semt seçin
start-all-areas = Bütün semtler ve mahalleler
start-map = Hepsini haritada görün
start-fresh = Yeni kontrol edildi
start-all = Herkesi görün

# The map.
map-title = Harita: { $name }
map-none = Bu belediyenin henüz haritası yok
map-sentence = { $count ->
    [0] { $name }: haritaya konabilecek bir yeri olan henüz yok.
    [one] { $name }: haritada 1 grup veya kurum var.
   *[other] { $name }: haritada { $number } grup ve kurum var.
}
map-legend = Yuvarlak mahalleden, kare bir kurumdur. Sayı, bir yerde kaç tane olduğunu gösterir. Bir mahalle ne kadar koyuysa orada o kadar çok vardır.
map-table = Aynısı liste olarak
map-nobody = Burada henüz kimse yok ({ $number })
map-list = Bunu yardım listesi olarak görün
map-district = Bu semt hakkında daha fazlası
map-parties = Burada bulacaklarınız
area = Mahalle

# About this site.
sources-title = Kaynaklar
sources-lead = Burada bilgilerin nereden geldiği, ne zamandan kaldığı ve onlarla ne yapabileceğiniz yazar.
sources-fiction = { $name } diye bir yer yoktur
sources-fiction-text = Bu sitedeki bütün kişiler, gruplar, adresler, telefon numaraları ve haritalar uydurmadır. Böylece her şeyi rahatça deneyebilirsiniz.
sources-none = Dışarıdan kaynak yok
sources-none-text = Burada yazan her şeyi belediyedeki, gruplardaki ve kurumlardaki insanlar kendileri yazdı.
source-dated = Bilgilerin tarihi: { $day }.
source-imported = Buraya konduğu gün: { $day }.
sources-yours = Grupların kendi anlattıkları
sources-yours-text = Bir insan bilgileri kontrol ettiyse onun dediği geçerlidir. Dışarıdan bir kaynak bunun üzerine asla yazmaz.
sources-code = Program özgürdür. Herkes onu kullanabilir, inceleyebilir ve geliştirebilir (EUPL 1.2). Yazı tipinin adı Rubik’tir (OFL).
sources-open = Bu sitedeki bilgileri kendi sitenizde veya uygulamanızda kullanabilirsiniz.
sources-open-link = Açık verilere git
privacy-title = Bilgileriniz ve onları kimler görüyor
privacy-lead = Sizin hakkınızda hiçbir şey saklamıyoruz. Aramak için giriş yapmanız gerekmez.
privacy-stored = Bunları saklıyoruz
privacy-stored-1 = Grupların ve kurumların ne yaptığı, nerede ve ne zaman yaptığı.
privacy-stored-2 = Arayabileceğiniz bir kişinin adı ve fotoğrafı. Yalnızca o kişi kabul ederse.
privacy-stored-3 = Bilgileri birinin ne zaman ve hangi rolle kontrol ettiği. Kim olduğu değil.
privacy-stored-4 = Seçtiğiniz dil. Bu, kendi telefonunuzdaki veya bilgisayarınızdaki küçük bir dosyada (çerez) durur.
privacy-stored-5 = Bir grup veya kurum adına katılıyor musunuz? O zaman adınızı, nasıl girdiğinizi, sorularınızı ve cevaplarınızı, e-posta isterseniz adresinizi saklarız. Bir soru, bittikten otuz gün sonra silinir.
privacy-stored-6 = Grubunuz haritada olmak istiyor mu? O zaman yazdıklarınızı belediye karar verene kadar yalnızca o görür. Evetten sonra haritada durur. Hayırdan sonra otuz gün içinde silinir. Kimse karar vermezse doksan gün sonra silinir.
privacy-never = Bunları hiçbir zaman saklamıyoruz
privacy-never-1 = Kim olduğunuz, nerede oturduğunuz veya burada ne aradığınız.
privacy-never-2 = Vatandaş numaranız (BSN).
privacy-never-3 = İnsanları birbiriyle karşılaştıran sayılar veya listeler.
privacy-never-4 = İnsanları denetlemek veya cezalandırmak için bilgiler.
privacy-never-5 = Başka sitelerde ne yaptığınız. Bu site başka yerlerden bir şey almaz ve kimse sizi izlemez.
privacy-secret = Gizli yerler
privacy-secret-1 = Güvenli kalması gereken bir sığınağın adresini saklamıyoruz. Gizli olarak da saklamıyoruz. Hiçbir yerde yazmaz.
privacy-self = Burada siz mi varsınız?
privacy-self-1 = Her zaman şunu söyleyebilirsiniz: adımı veya fotoğrafımı kaldırın. O zaman hemen kaldırılır.
privacy-self-2 = Grubunuz burada olmak istemiyor mu? O zaman yalnızca bunu aklımızda tutarız ve grup geri gelmez.
privacy-who = Kim neyi görür
privacy-who-1 = Haritada olanı herkes okuyabilir. Soruları ve devirleri yalnızca ilgili taraflar görür. Bütün mahalleye sorulan soruyu katılan herkes görür.
privacy-who-2 = Bir cevap gecikti mi? O zaman süreleri takip eden kişi hangi taraflar arasında olduğunu, konuyu, mahalleyi ve kararlaştırılan günü görür. Yazılanları asla görmez.
help-title = Siteyi kullanma yardımı
help-lead = Sitenin nasıl çalıştığını burada okursunuz.
help-search = Arama
help-search-1 = Hangi konuda yardım aradığınızı birkaç kelimeyle yazın. Bütün bir cümle de olur.
help-search-2 = Listeyi bir konu, dil, mahalle veya günle kısaltın. Bir seçimi kaldırmak için ona bir kez daha dokunun.
help-signs = Yuvarlak ve kare
help-signs-1 = Yuvarlak: mahalleden. Birbirine yardım eden mahalle sakinleri.
help-signs-2 = Kare: bir kurum. İşi bu olan kişiler.
help-checked = Kontrol edildi
help-checked-1 = Her grupta, bilgileri bir insanın ne zaman kontrol ettiği yazar. Uzun zaman mı geçti? O zaman önce arayın. Bir süre sonra eski bilgileri kaldırırız.
help-wrong = Yanlış bir şey mi var?
help-wrong-1 = Bunu grubun veya kurumun kendisine söyleyin ya da belediyeyi ({ $name }) arayın. O zaman düzeltiriz.
help-join = Grubunuzu ekleyin
help-join-1 = Küçük bir grup da buraya aittir. Vakıf olmanız gerekmez ve mahalle sakinleri hakkında bir şey anlatmanız gerekmez.
help-join-2 = Belediyeyi ({ $name }) arayabilir veya e-posta da gönderebilirsiniz.
help-urgent = Durum ciddi mi?
help-urgent-1 = Tehlike mi var? 112’yi arayın. Bu site acil durumlar için değildir.
access-title = Erişilebilirlik
access-lead = Bu siteyi herkes kullanabilmelidir. Bunun için çalışıyoruz.
access-works = Bunlar çalışıyor
access-works-1 = Her şeyi yalnızca klavyeyle yapabilirsiniz.
access-works-2 = Her şey betik (script) olmadan ve eski bir telefonda da çalışır.
access-works-3 = Her resmin yanında ne gördüğünüzü anlatan bir cümle ve aynısının listesi vardır.
access-works-4 = Harfleri iki kat büyütebilirsiniz. Koyu renk ve ek karşıtlık kendi ayarınıza uyar.
access-not-yet = Bunlar henüz iyi değil
access-not-yet-1 = Gruplar Hollandaca yazar. Bu metinleri henüz çevirmiyoruz.
access-not-yet-2 = Küçük bir telefonda haritadaki adlar küçüktür. O zaman altındaki listeyi kullanın.
access-not-yet-3 = Engelli kişiler siteyi henüz bizimle denemedi.
access-tell = Bir yerde takıldınız mı?
access-tell-1 = Belediyeye ({ $name }) söyleyin. Hangi sayfada olduğunu belirtin.

### End of the pages for visitors

## Importing
import-fate-refused = Reddedildi
import-fate-left-out = Dışarıda bırakıldı
import-fate-kept = Olduğu gibi bırakıldı
import-fate-gone = Kaynakta artık yok
import-fate-mended = Düzeltildi
import-fate-noted = Bakılacak
import-reason-no-name = Ad yok.
import-reason-no-key = Kendi numarası yok.
import-reason-double-key = Bu numara dosyada daha önce geçti.
import-reason-no-party = Hangi kuruma veya gruba ait olduğu yazmıyor.
import-reason-unknown-party = Bunun ait olduğu grup veya kurum dosyada yok.
import-reason-unknown-place = Bunun ait olduğu yer dosyada yok.
import-reason-unknown-offer = Bunun ait olduğu hizmet dosyada yok.
import-reason-too-long = Metin çok uzun.
import-reason-bad-point = Haritadaki yer doğru değil.
import-reason-swapped-point = Yerin iki sayısı birbiriyle değişmişti.
import-reason-bad-date = Tarih doğru değil.
import-reason-bad-time = Saat doğru değil.
import-reason-bad-phone = Bu bir telefon numarası değil.
import-reason-bad-email = Bu bir e-posta adresi değil.
import-reason-bad-website = Bu bir internet sitesi adresi değil.
import-reason-unknown-language = Bu dili tanımıyoruz.
import-reason-unknown-theme = Bu konuyu tanımıyoruz.
import-reason-unknown-area = Bu semti veya mahalleyi tanımıyoruz.
import-reason-lost-accent = Burada aksanlı bir harf kaybolmuş.
import-reason-rounded-key = Numara bir hesap tablosu tarafından yuvarlanmış.
import-reason-marker = İçinde başka bir programın işaretleri vardı. Kaldırıldı.
import-reason-literal-newline = Metinde "\n" vardı. Yeni satır yapıldı.
import-reason-several-keys = Bir hücrede birden fazla numara vardı.
import-reason-backtick = Yanlış bir kesme işareti vardı. Düzeltildi.
import-reason-markup = İçinde bir internet sitesinin kodu vardı. Kaldırıldı.
import-reason-wrong-columns = Bu satırda fazla veya eksik hücre var.
import-reason-unclosed-quote = Bir tırnak işareti hiç kapatılmıyor.
import-reason-not-text = Bu okunabilir bir metin değil.
import-reason-inactive = Kaynak diyor ki: bu artık yok.
import-reason-internal = Bu herkes için değil.
import-reason-person = İnsanların adlarını dosyadan almıyoruz.
import-reason-do-not-list = Bu grup veya kurum haritada olmak istemiyor.
import-reason-same-record = Bu iki kez yazılmış.
import-reason-cut-off = Dosya burada birden bitiyor.
import-reason-confidential = Bu gizli bir yer. Adres alınmadı.
import-reason-unclear-confidential = Gizlilik için bilmediğimiz bir şey yazıyor. Adresi gizli tutuyoruz.
import-reason-not-used = Bunun haritada yeri yok.
import-reason-no-address = Burada adres yok.
import-reason-past = Bu geçmişte kaldı.
import-reason-confirmed = Biri bunun doğru olduğunu söyledi. O kalır.
import-reason-edited = Biri bunu kendisi değiştirdi ya da bir şeyini kaldırdı. Öyle kalır.
import-reason-removed = Biri bunu haritadan kaldırdı. Geri gelmez.
import-reason-dropped = Kaynakta artık yok. Bir işaretle kalır.
import-reason-near-area = Yer bir mahallenin biraz dışında. En yakınını aldık.
import-reason-outside-areas = Yer bu belediyenin hiçbir mahallesinde değil.
import-reason-like-unwanted = Bu grup veya kurum, haritada olmak istemeyen birine benziyor. Başka biri mi? O zaman haritaya kendiniz ekleyin.
import-reason-like-secret = Bu adı taşıyan bir grup veya kurumun gizli bir yeri var. Bu adres bilinebilir mi, bakın. Bilinebilirse haritaya kendiniz ekleyin.
import-reason-new-theme = Belediyenizde bu konu henüz yok. Eklenir. Açıklaması ve Arapça adı birlikte gelmez.
import-unreadable-empty = { $file } dosyası boş.
import-unreadable-unknown = { $file } tanıdığımız bir tablo, JSON veya zip değil.
import-unreadable-not-text = { $file } okunabilir bir metin değil. Bir Excel dosyası mı? O zaman CSV olarak kaydedin.
import-unreadable-needs-mapping = { $file } için bir sütun listesi gerekli. İçindeki sütunlar: { $found }
import-unreadable-mapping = Sütun listesinde { $line }. satır doğru değil: { $what }
import-unreadable-columns = { $file } dosyasında eksik: { $missing }. Bulunan: { $found }
import-unreadable-no-table = { $wanted } tablosu eksik. Bulunan: { $found }
import-unreadable-cut-off = { $file } yarıda bitiyor: satır { $line }, karakter { $column }. Dosyayı yeniden indirin.
import-unreadable-bad-json = { $file } doğru bir JSON değil: satır { $line }, karakter { $column }.
import-unreadable-no-records = { $file } içinde ne grup veya kurum ne de hizmet var.
import-unreadable-bad-archive = Zip bozuk.
import-unreadable-locked = Zip içindeki { $file } parolalı. Parolasız bir zip yapın.
import-unreadable-bomb = { $file } açılınca { $ratio } kattan fazla büyüyor. Buna güvenmiyoruz.
import-unreadable-too-big = Bu çok büyük: { $max } bayttan fazla.
import-unreadable-too-many-files = İçinde { $max } dosyadan fazlası var.
import-unreadable-escapes = { $file } zip’in dışını gösteriyor. Buna güvenmiyoruz.
import-unreadable-link = { $file } bir dosya değil, bir bağlantı.
import-unreadable-broken = Okuma olmadı: { $why }
import-title = Veri okutma
import-lead = Bir dosyadaki grupları, kurumları ve hizmetleri haritaya koyun. Önce neyin değişeceğini görürsünüz. Ondan sonra karar verirsiniz.
import-what = Neleri okutabilirsiniz?
import-what-hsds = HSDS biçiminde bir yardım haritası: JSON veya CSV tabloları. Birden fazla tablo mu var? Hepsini bir zip içine koyun.
import-what-csv = CSV biçiminde kendi tablonuz, bir sütun listesiyle. Liste, hangi sütunun ne olduğunu söyler.
import-what-geojson = GeoJSON biçiminde harita noktaları, bir sütun listesiyle.
import-what-not = İnsanların adlarını ve gizli adresleri hiçbir zaman almıyoruz.
import-field-file = Dosya
import-field-file-hint = CSV, JSON, GeoJSON veya zip. En fazla 48 MB.
import-field-source = Veriler kimin?
import-field-source-hint = Bu ad daha sonra haritada yazacak. Her seferinde aynı adı kullanın.
import-field-licence = Lisans
import-field-licence-hint = Verileri kullanmanıza izin var mı? Örneğin: CC BY 4.0
import-field-dated = Hangi tarihten?
import-field-dated-hint = Biliyorsanız. Örneğin: 2026-11-25
import-field-sphere = Formel mi informel mi olduğu yazmıyor mu? O zaman:
import-field-mapping = Sütun listesi
import-field-mapping-hint = Yalnızca kendi tablonuz veya noktalar için gerekli.
import-field-mapping-none = Gerekli değil
import-field-own-mapping = Ya da kendi sütun listenizi buraya yapıştırın
import-look = Neyin değişeceğini göster
import-wrong-file = Bir dosya seçin.
import-wrong-large = Dosya çok büyük. 48 MB’den büyük dosya yalnızca samenspel import komutuyla okutulur.
import-wrong-source = Verilerin kime ait olduğunu en fazla 120 karakterle yazın.
import-wrong-licence = Lisansı en fazla 120 karakterle yazın.
import-wrong-dated = Tarihi şöyle yazın: 2026-11-25.
import-earlier = Daha önce okutulanlar
import-earlier-none = Henüz bir şey okutulmadı.
import-state-waits = Kararınızı bekliyor
import-state-applied = Haritada
import-column-when = Ne zaman
import-column-source = Kaynak
import-column-state = Durum
import-column-counts = Yeni, değişen, giden
import-preview-title = Haritada bunlar değişecek
import-done-title = Bunlar okutuldu
import-preview-lead = Dosya: { $file }, kaynak: { $source }. Haritada henüz bir şey yok.
import-done-lead = Dosya: { $file }, kaynak: { $source }.
import-count-added = Yeni
import-count-changed = Öncekinden farklı
import-count-same = Aynı kaldı
import-count-gone = Kaynakta artık yok
import-count-kept = Bir insanın dediği gibi bırakıldı
import-count-left-out = Dışarıda bırakıldı
import-count-refused = Reddedildi
import-lines = Neler kendiliğinden olmadı?
import-lines-none = Her şey sorunsuz okundu.
import-lines-all = Hepsi
import-lines-csv = Bu listeyi indirin (CSV)
import-lines-earlier = Önceki
import-lines-later = Sonraki
import-lines-caption = Satırlar: { $from }–{ $to }, toplam { $total }
import-column-fate = Ne oldu
import-column-where = Nerede
import-column-key = Numara
import-column-why = Neden
import-where = { $file }, satır { $line }
import-apply = Haritaya koy
import-discard = At
import-waits = Bu dosya bir gün saklanır. Sonra silinir.
import-nothing-changes = Haritada hiçbir şey değişmeyecek.
import-outdated = Siz baktıktan sonra harita değişti. Henüz bir şey yapılmadı. Şimdi bunlar değişecek.
import-already = Bu zaten yapılmıştı.
import-sphere-formal = Formel: bir kurum
import-sphere-informal = İnformel: mahalleden
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: bilgiler hâlâ doğru mu?
mail-greeting = Sayın { $party } ekibi,
mail-why-ageing = Yardım haritasında (sociale kaart) yer alıyorsunuz. Her şeyin doğru olup olmadığına bir süredir kimse bakmadı.
mail-why-stale = Yardım haritasında (sociale kaart) yer alıyorsunuz. Her şeyin doğru olup olmadığına uzun süredir kimse bakmadı. Yakında bu da yanında yazacak.
mail-why-hiding = Yardım haritasında (sociale kaart) yer alıyorsunuz. Her şeyin hâlâ doğru olduğunu kimse söylemedi. Bir şey yapmazsanız kaydınız veya bir bölümü artık görünmeyecek. Başlangıç: { $day }.
mail-why-hidden = Yardım haritasında (sociale kaart) yer alıyorsunuz. Her şeyin hâlâ doğru olduğunu kimse söylemedi. Bu yüzden kaydınız veya bir bölümü şu anda görünmüyor.
mail-choose = Lütfen birini seçin. Giriş yapmanız gerekmez.
mail-right = Hâlâ doğru
mail-changed = Değişti
mail-off = Bizi kaldırın
mail-end = Her bağlantı, sonraki e-postaya kadar bir kez çalışır. Haftada en fazla bir e-posta göndeririz.
mail-from = { $town } yardım haritasından selamlar

answer-right-title = { $party }: yazanlar hâlâ doğru mu?
answer-right-lead = Bir dokunuşla herkes bunun doğru olduğunu bilir. Giriş yapmanız gerekmez.
answer-right-button = Evet, hâlâ doğru
answer-as-it-stands = Şu anda yazanlar
answer-see-all = Haritada yazan her şeye bakın
answer-off-title = { $party } haritadan kaldırılsın mı?
answer-off-lead = O zaman haritada hiçbir yerde olmazsınız. Haritada olmak istemediğinizi aklımızda tutarız, biri yeni bir liste okutsa bile. Yedi gün içinde fikrinizi değiştirebilirsiniz.
answer-off-running = Devam eden sorular ve devirler durur. Onlar geri gelmez.
answer-off-button = Evet, bizi kaldırın
answer-form-title = { $party }: ne değişti?
answer-form-lead = Artık doğru olmayanı değiştirin. Kaydedince hemen haritada görünür.
answer-form-rest = Yeni bir yer veya hizmet mi var, ya da başka mahallelerde mi çalışıyorsunuz? Belediyenizle iletişime geçin.
answer-form-button = Kaydet, böyle doğru
answer-left = Artık burada değiliz. Bu yer haritadan kalkar.
answer-stopped = Bunu artık yapmıyoruz. Bu hizmet haritadan kalkar.
answer-thanks = Teşekkür ederiz
answer-thanks-right = Artık herkes bugün hâlâ doğru olduğunu görüyor.
answer-thanks-changed = Değiştirdikleriniz haritada.
answer-put-away = Yönetici bu kaydı gizledi ve şimdi doğru olduğunu görüyor. Nedenini bilmek ister misiniz? Belediyenizle görüşün.
answer-see = Haritada görün: { $party }
answer-keep = Bilgilerinizi güncelleyin
answer-gone = Artık haritada değilsiniz
answer-gone-lead = Yazan her şey kaldırıldı. Haritada olmak istemediğinizi aklımızda tutarız.
answer-gone-until = Fikriniz mi değişti? Haritadaki her şeyi eskisi gibi geri koyabilirsiniz. Son gün: { $day }.
answer-gone-keep = Emin değilseniz bu sayfanın adresini saklayın. Kaybederseniz o hafta içinde belediye de sizi geri koyabilir.
answer-back-button = Bizi haritaya geri koyun
answer-gone-for-good = Daha sonra yeniden olmak ister misiniz? Belediyenizle görüşün.
answer-back = Yeniden haritadasınız
answer-back-lead = Haritadaki her şey eskisi gibi geri geldi.
answer-back-running = Devam eden sorular ve devirler durduruldu. Onlar geri gelmez.
answer-back-people = Samenspel'de sizinle birlikte başka kişiler var mıydı? Belediye onları yeniden davet eder.
answer-unknown = Bu bağlantıyı tanımıyoruz
answer-unknown-lead = Bağlantının e-postadan eksiksiz alındığına bakın. Olmazsa sonraki e-postayı bekleyin ya da belediyenizi arayın.
answer-used = Bu bağlantı daha önce kullanıldı
answer-used-lead = { $day } günü biri şunu seçti: { $answer }. Bağlantı bundan sonra çalışmaz.
answer-used-see = O zaman ne olduğuna bakın
answer-over = Bu bağlantı artık çalışmıyor
answer-over-lead = Daha sonra yeni bir e-posta gönderildi ya da kayıt bu arada başka bir yolla kontrol edildi veya kaldırıldı. En yeni e-postayı kullanın.
answer-start = Yardım haritasına git

ageing = Eskiyenler
ageing-lead = Uzun süre kontrol edilmeyen kayıtlar eskir ve sonra kendiliğinden kaybolur. Kimi arayabileceğinizi burada görürsünüz.
ageing-groups = Neyi görmek istediğinizi seçin
ageing-no-address = E-posta adresi yok
ageing-bounced = E-posta ulaşmıyor
ageing-hides-soon = Yakında görünmeyecek
ageing-no-answer = E-posta gönderildi, cevap yok
ageing-to-be-asked = E-posta gönderilecek
ageing-hidden = Artık görünmüyor
ageing-nobody = Burada şu anda kimse yok.
ageing-no-mail = E-posta sunucusu ayarlanmamış. Kimseye e-posta gitmez; grupları ve kurumları siz arayın.
ageing-since = Kontrol edildiği veya yazıldığı gün: { $day }
ageing-mail-sent = E-posta gönderildi: { $day }
ageing-mail-bounced = { $day } tarihli e-posta geri geldi. Adresin hâlâ doğru olup olmadığına bakın.
ageing-mail-waits = E-posta, sunucuyu bekliyor
ageing-mail-failed = { $day } tarihli e-postanın ulaştığı kesin değil
ageing-mail-not-taken = E-posta sunucusu günlerdir bu adrese e-posta kabul etmiyor ({ $day } tarihli e-posta). Telefon edin.
ageing-hides-on = Artık görünmeyeceği gün: { $day }
ageing-put-away = Bunu yönetici gizledi
ageing-offer-hidden = Bu kuruluşun bir hizmeti artık görünmüyor. Kimse hâlâ doğru olduğunu söylemedi.
ageing-no-phone = Telefon numarası yok
ageing-confirm = Doğru, aradım
ageing-mail = Şimdi e-posta gönder
ageing-hide = Gizle
ageing-show = Yeniden göster
ageing-did-confirm = Kaydedildi: grup veya kurum ve hizmetleri bugün kontrol edildi.
ageing-did-mail = E-posta gönderildi.
ageing-did-no-address = E-posta adresi yok. Grubu veya kurumu arayın.
ageing-did-bounce = E-posta sunucusu bu adresi kabul etmiyor. Grubu veya kurumu arayın.
ageing-did-later = E-posta şu anda gönderilemedi. Daha sonra kendiliğinden tekrar deneriz.
ageing-did-too-often = Bu grup veya kurum geçen hafta zaten bir e-posta aldı ya da bekleyen bir e-posta var. Haftada birden fazla e-posta göndermiyoruz.
ageing-did-put-away = Gizlendi: ziyaretçiler bunu artık görmüyor.
ageing-did-show = Ziyaretçiler bunu yeniden görüyor. Kimse onaylamazsa daha sonra yine kaybolur.
ageing-did-back = Grup veya kurum eskisi gibi yeniden haritada.
ageing-taken-off = Kendini kaldırdı
ageing-taken-off-lead = Bunu yedi gün boyunca geri koyabilirsiniz, örneğin biri fikrini değiştirirse. Sonra her şey silinir.
ageing-taken-off-on = Kaldırıldığı gün: { $day }
ageing-put-back = Geri koy
ageing-days = Kaç gün sonra?
ageing-fresh-days = Bir şey bu kadar gün taze sayılır
ageing-stale-days = Bu kadar gün sonra eskidir
ageing-hide-days = Bu kadar gün sonra artık görünmez
ageing-notice-days = Biz sorduktan sonra en az bu kadar gün
ageing-notice-hint = Henüz e-posta almayan ve aramanız gerektiğini henüz görmediğiniz gruplar ve kurumlar kaybolmaz.
ageing-districts = Bir semt için başka günler
ageing-districts-lead = Grup veya kurum birden fazla semtte mi çalışıyor? O zaman onun için en yüksek sayı geçerlidir. Belediyenin her yerinde mi çalışıyor? O zaman belediyenin günleri geçerlidir.
ageing-district-own = Taze: { $fresh } gün. Eski: { $stale } gün sonra. Artık görünmez: { $hide } gün sonra.
ageing-district-none = Belediyeyle aynı günler
ageing-days-of = Kaç gün sonra? { $name }
ageing-days-of-lead = Bu günler, bu semtte çalışan grup ve kurumlar için geçerlidir. Başka bir semtte de çalışan varsa en yüksek sayı geçerlidir.
ageing-days-take-away = Bu semt için artık ayrı gün yok

double = Belki iki kez yazılmış
double-lead = Bu gruplar veya kurumlar birbirine benziyor. Onları birleştirin ya da iki ayrı kayıt olduğunu söyleyin. Eski adresler çalışmaya devam eder.
double-none = İki kez yazılmış görünen yok.
double-same-name = Aynı ad
double-like-name = Ad benziyor
double-same-phone = Aynı telefon numarası
double-same-email = Aynı e-posta adresi
double-same-website = Aynı internet sitesi
double-same-door = Aynı kapı
double-beside = Yan yana
double-what = Ne
double-left = Birinci
double-right = İkinci
double-confirmed = Kontrol edildi
double-two = Bunlar iki ayrı kayıt
double-keep-left = Tek kayıt: birinciyi tut
double-keep-right = Tek kayıt: ikinciyi tut
double-did-one = Artık tek kayıt. Diğerinin hizmetleri ve kişileri de eklendi.
double-did-two = Kaydedildi: bunlar iki ayrı kayıt.

desk-fault-order = Bu sayı en az bir öncekine eşit olmalı.
desk-ageing = Eskiyenler
desk-terms = Cevap süreleri
desk-double = Belki iki kez yazılmış

### End of what ages

### The desk

desk = Yönetim
desk-lead = Yardım haritasını (sociale kaart) burada güncel tutarsınız.
desk-new-party = Yeni grup veya kurum
desk-import = Dosya okut
desk-people = Belediyedeki kişiler
desk-own-page = Yerim
desk-members = Bu gruptaki veya kurumdaki kişiler
desk-wishes = Haritada olmak istemeyenler
desk-wishes-lead = Bu gruplar ve kurumlar haritada olmak istemiyor. Bir dosya okutmak onları geri getirmez.
desk-no-wishes = Bunu kimse istemedi.
desk-wish-asked = İstendiği gün: { $day }
desk-wish-forget = Yeniden olabilir
desk-search = Ada göre grup veya kurum ara
desk-parties =
    { $count ->
        [one] 1 grup veya kurum
       *[other] { $count } grup veya kurum
    }
desk-nothing = Bu adda bir grup veya kurum yok.
desk-confirmed-on = Kontrol edildi: { $day }.
desk-confirmed-by = Kontrol edildi: { $day }, kontrol eden: { $by }.
desk-never-confirmed = Henüz hiçbir insan tarafından kontrol edilmedi.
desk-saved = Kaydedildi
desk-on-the-map = Kaydedildi. Bu grup veya kurum artık haritada.
desk-changed-meanwhile = Başka biri bunu az önce değiştirdi. Aşağıya bakın ve yeniden kaydedin.
desk-save = Kaydet
desk-back = Geri
desk-profile = Bilgiler
desk-see = Ziyaretçi gibi gör
desk-remove = Haritadan kaldır
desk-remove-title = { $name } haritadan kaldırılsın mı?
desk-remove-lead = Bütün yerler, kişiler ve hizmetler de kaldırılır. Bunu geri alamazsınız.
desk-leave-lead = Grubunuzun ya da kurumunuzun haritada neyi varsa hemen kaldırılır. Bir hafta boyunca geri koyabilirsiniz.
desk-leave-people = Grubunuzdaki ya da kurumunuzdaki kişilerin bundan sonra Samenspel'de yeri kalmaz. Geri gelirse belediye kişileri yeniden davet eder.
desk-leave-who = Bunu yalnızca kendi koordinatörünüz yapabilir. Koordinatörünüze sorun.
desk-remove-own = Bundan sonra başkasının listesi sizi geri eklemez. Daha sonra yine haritada olmak ister misiniz? O zaman belediyeye sorun.
desk-remove-once = Kaldır
desk-remove-never = Kaldır ve bir daha hiç ekleme
desk-still-right = Hâlâ doğru
desk-still-right-all = Bu, kuruluş ve bütün hizmetleri için geçerlidir. Bekleyen e-posta da böylece yanıtlanmış olur.
desk-by = Bunu kim söylüyor?
desk-by-hint = Ad değil, rol yazın. Örneğin: koordinatör.
desk-confirmed-by-field = Her şey doğru mu? Bunu kim söylüyor?
desk-room-now = Şimdi
desk-offers = Hizmetler
desk-add-offer = Hizmet ekle
desk-remove-offer = Hizmeti kaldır
desk-places = Yerler
desk-place = Yer
desk-add-place = Yer ekle
desk-remove-place = Yeri kaldır
desk-confidential-place = Gizli yer, adres yok
desk-confidential = Bu gizli bir yer. Adresin bütün bilgileri silinir.
desk-contacts = Kişiler
desk-contact = İletişim kişisi
desk-add-contact = Kişi ekle
desk-remove-contact = Bu kişiyi kaldır
desk-contact-lead = Bir ad veya fotoğraf, yalnızca o kişi kabul ederse burada durur.
desk-contact-role = Rol
desk-contact-role-hint = Örneğin: rehber, gönüllü, koordinatör.
desk-contact-name = Ad
desk-consent-name = Bu kişi adının burada yazmasını kabul ediyor
desk-consent-photo = Bu kişi fotoğrafının burada durmasını kabul ediyor
desk-note = Bu kişi hakkında
desk-note-hint = Ne zaman orada? Ne için aranabilir?
desk-photo = Fotoğraf
desk-photo-now = Şu anda duran fotoğraf
desk-photo-file = Bir fotoğraf seçin
desk-photo-hint = JPEG veya PNG. Küçültürüz ve nerede, ne zaman çekildiğini sileriz.
desk-photo-send = Fotoğrafı kaydet
desk-sphere = Ne tür bir yer?
desk-name = Ad
desk-summary = Bir cümleyle
desk-summary-hint = Nedir ve kimin içindir? Kısa kelimeler.
desk-call-for = Bunun için arayın
desk-not-for = Bunun için değil
desk-one-a-line = Her satıra bir şey.
desk-best-way = En iyi zaman ve yol
desk-role-name = Sabit iletişim
desk-role-name-hint = İnsanlar gitse de kalan bir rol. Örneğin: danışma masası.
desk-phone = Telefon
desk-email = E-posta
desk-website = İnternet sitesi
desk-capacity = Yer var mı?
desk-capacity-note = Yer hakkında daha fazlası
desk-lived-experience = Dayandığı kendi deneyimi
desk-works-gladly = Böyle birlikte çalışmayı sever
desk-serves = Bu grup veya kurum nerede çalışıyor?
desk-serves-all = Belediyenin her yerinde
desk-district = semt
desk-languages = Diller
desk-place-name = Yerin adı
desk-street = Sokak
desk-house-number = Ev numarası
desk-postcode = Posta kodu
desk-town = Şehir veya köy
desk-access = Giriş
desk-access-hint = Eşik, asansör, tuvalet, kapının nasıl bulunacağı.
desk-point = Haritadaki nokta
desk-point-hint = Enlem ve boylam, örneğin: 52.6210, 5.3385
desk-area = Mahalle
desk-area-hint = Haritada bir nokta varsa mahalleyi biz buluruz.
desk-does = Bunu yapıyoruz
desk-does-not = Bunu yapmıyoruz
desk-for-whom = Kimler için
desk-themes = Konular
desk-theme-list = Konuları yönet
desk-theme-lead = Bir konuya başka bir ad verin, onu yukarı taşıyın, gizleyin veya birleştirin. Eski bağlantılar çalışmaya devam eder.
desk-theme-room = { $count ->
    [0] Başka konu için yer yok. Önce iki konuyu birleştirin.
    [one] 1 konu için daha yer var.
   *[other] { $count } konu için daha yer var.
 }
desk-theme-new = Kendi konunuz
desk-theme-up = Yukarı taşı
desk-theme-hidden = Seçeneklerde yok
desk-theme-own = Kendi konumuz
desk-theme-hide = Seçeneklerde gösterme
desk-theme-gone = Birleştirildi
desk-theme-went = Bu konu birleştirildi. Onu arayan diğerine gelir.
desk-theme-nl = Hollandaca adı
desk-theme-en = İngilizce adı
desk-theme-ar = Arapça adı
desk-theme-about = Ne hakkında
desk-theme-about-hint = Birkaç kelimeyle. Bu, bütün konuların olduğu sayfada yazar.
desk-theme-parent = Bağlı olduğu konu
desk-theme-top = Hiçbiri, en üstte durur
desk-theme-into = Şununla birleştir
desk-theme-into-hint = Bu konuya ait her şey o zaman diğerinde durur. Bunu her zaman geri alabilirsiniz.
desk-theme-stays = Birleştirme
desk-theme-key = Bağlantılardaki ve dosyalardaki anahtar
desk-fault-theme-there = Bu adda bir konu zaten var.
desk-fault-themes-full = Bir konu daha için yer yok. Önce iki konuyu birleştirin.
desk-way = İnsanlar nasıl girer?
desk-unknown = Bilinmiyor
desk-opening = Açık
desk-opening-hint = Her satıra bir zaman, örneğin pazartesi için: ma 9.00-12.00. Günler Hollandaca kısaltmayla: ma, di, wo, do, vr, za, zo
desk-opening-note = Saatler hakkında daha fazlası
desk-cost = Ücret
desk-at = Hangi yerde?
desk-fault-empty = Bunu doldurun.
desk-fault-too-long = Bu çok uzun: { $got } karakter. En fazla { $max } sığar.
desk-fault-too-many-lines = Satır sayısı çok fazla: { $got }. En fazla { $max } sığar.
desk-fault-unknown = Bunu tanımıyoruz. Doğru yazılıp yazılmadığına bakın.
desk-fault-hours = { $line }. satırda gün ve saat yok. Örneğin şöyle yazın: ma 9.00-12.00
desk-fault-no-consent = Bu, yalnızca o kişi kabul ederse olur. Bunu işaretleyin.
desk-fault-named = Burada birinin adı yazıyor: { $name }. Adı değil rolü yazın: ‘{ $role }’. Bu cümleler açık verilere de gider ve orada ad bulunmaz.
desk-fault-no-picture = Bu, okuyabildiğimiz bir fotoğraf değil. JPEG veya PNG seçin.

### End of the desk
party-ask = Soru sor
find-ask = Mahalleye sor
find-ask-in = Siz de insanlara yardım ediyor musunuz? Giriş yapın ve mahalleye sorun.

### Asking to be on the map

candidate-title = Grubunuzun eklenmesini isteyin
candidate-lead = Grubunuz veya kurumunuz yardım haritasında (sociale kaart) yok mu? Burada isteyin. Kararı belediye ({ $name }) verir.
candidate-name = Grubunuzun veya kurumunuzun adı ne?
candidate-sphere = Siz kimsiniz?
candidate-informal = Biz mahalle sakinleriyiz veya gönüllüleriz
candidate-formal = Biz çalışanları olan bir kurumuz
candidate-summary = Ne yapıyorsunuz?
candidate-summary-hint = Bir veya iki cümle. Bir mahalle sakininin adını, adresini veya numarasını yazmayın.
candidate-reach = İnsanlar size nasıl ulaşabilir?
candidate-reach-hint = Grubun bir e-posta adresi veya telefon numarası, sizin kendinizin değil. Belediye evet derse bunu herkes okuyabilir.
candidate-kept = Hemen haritada görünmezsiniz. Önce belediye karar verir. Evet derse bunlar haritada durur. Hayır derse otuz gün sonra silinir. Kimse karar vermezse doksan gün sonra silinir.
candidate-many = Şu anda karar bekleyen çok fazla istek var. Birkaç gün sonra yeniden deneyin ya da belediyeyi arayın.
candidate-send = Gönder
candidate-thanks = Teşekkür ederiz
candidate-thanks-lead = İsteğiniz gönderildi. Belediye ({ $name }) buna bakacak. O zamana kadar haritada görünmezsiniz.
candidates = Kim haritada olmak istiyor?
candidates-lead = Bunlar yardım haritasında olmak istiyor. Siz evet diyene kadar bunu başka kimse görmez.
candidates-none = Şu anda istek yok.
candidate-reach-at = Ulaşmak için:
candidate-asked = İstendiği gün: { $day }
candidate-yes = Haritaya koy
candidate-no = Hayır, olmasın
candidate-no-note = İstek listeden çıkar. Gruba mesaj gitmez.
candidate-no-sure = Evet, hayır de
candidate-said-no = Hayır dediniz. İstek listeden çıktı.
candidate-was-yes = Buna daha önce evet denmiş. Bu grup haritada.
candidate-was-no = Buna daha önce hayır denmiş.
desk-candidates-waiting = Biri yardım haritasında olmak istiyor ({ $count })
desk-fault-no-choice = Cevaplardan birini seçin.
desk-fault-tells = Bunu buraya yazmayın: ‘{ $words }’. Bir mahalle sakinine ait olabilir.
desk-fault-no-reach = Başka kelime eklemeden bir e-posta adresi veya bir telefon numarası yazın.

### End of asking to be on the map
