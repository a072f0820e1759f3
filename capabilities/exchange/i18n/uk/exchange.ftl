# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = група чи організація, якої тут уже немає
say-empty = Тут ще нічого немає. Напишіть кілька слів.
say-too-long = { $over ->
    [one] Текст задовгий на { $over } знак. Вміщується знаків: { $max }.
    [few] Текст задовгий на { $over } знаки. Вміщується знаків: { $max }.
   *[many] Текст задовгий на { $over } знаків. Вміщується знаків: { $max }.
}
say-tells = З вашого тексту видно, про кого йдеться.
say-bsn = схоже на номер BSN (burgerservicenummer).
say-iban = схоже на номер рахунку.
say-email = схоже на електронну адресу.
say-phone = схоже на номер телефону.
say-birth-date = схоже на дату народження.
say-address = схоже на адресу.
say-hint = Без імені, адреси чи номера мешканця.
