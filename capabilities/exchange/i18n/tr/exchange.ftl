# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = artık burada olmayan bir grup veya kurum
nobody-there = Şu anda { $party } tarafında kimse yok. Bu yüzden orada bunu kimse görmüyor.
say-empty = Burada henüz bir şey yok. Birkaç kelime yazın.
say-too-long = Bu { $over } karakter fazla uzun. En fazla { $max } karakter sığar.
say-tells = Metninizden kimden söz ettiğiniz anlaşılıyor.
say-bsn = vatandaş numarasına (BSN) benziyor.
say-iban = banka hesap numarasına benziyor.
say-email = e-posta adresine benziyor.
say-phone = telefon numarasına benziyor.
say-birth-date = doğum tarihine benziyor.
say-address = adrese benziyor.
say-hint = Mahalle sakininin adını, adresini veya numarasını yazmayın.
nudge-half = Sürenin yarısı geçti
nudge-term = Kararlaştırılan süre geçti. Bu, iki tarafın da listesinde
nudge-coordinator = Burada süreleri takip eden kişi artık gecikme olduğunu görüyor
draft-kept = Bununla meşguldünüz. Yazdıklarınız burada duruyor.
draft-typed = Yazmış olduğunuz metin
draft-away = Bu metni at
list-more = Daha fazlası var. Bunlar sonraki sayfada.
list-end = Daha fazlası var. Bu liste buraya kadar gösteriliyor.
