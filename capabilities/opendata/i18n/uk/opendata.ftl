# Reviewed by: nobody yet.
# Open data: what others may use, and the leaflet to take along.

open-title = Відкриті дані
open-lead = Карта допомоги (sociale kaart) належить усім. Муніципалітет: { $name }. Ці дані можна використовувати на своєму сайті, у застосунку чи в дослідженні.
open-sources = Джерела
open-files = Увесь файл
open-files-none = Файли зараз створюються. Зазирніть за кілька хвилин.
open-files-text = Усі групи й організації ({ $parties }) та всі їхні пропозиції ({ $offers }), які є на цьому сайті.
open-file-json = HSDS JSON ({ $size })
open-file-tables = Таблиці, zip ({ $size })
open-made = Створено: { $day }, { $time }
open-often = Щодня знову. Щойно щось змінилося? Тоді ми спочатку створюємо файл наново: це може трохи тривати.
open-files-not-now = Зараз ми не можемо створити файл. Спробуйте ще раз за хвилину.
open-licence = Ліцензія
open-licence-text = Те, що написав сам муніципалітет, можна вільно використовувати, якщо сказати, звідки це:
open-licence-sources = Частина надійшла від інших. Там діє їхня власна ліцензія. Біля кожної відомості вказано джерело.
open-interface = Зв’язок з іншою програмою
open-interface-text = Програми читають карту через HSDS 3.0, стандарт для карт допомоги. Ключ не потрібен.
open-interface-about = Який стандарт і який профіль
open-interface-offers = Пропозиції
open-interface-parties = Групи й організації
open-interface-places = Пропозиції за місцем
open-interface-taxonomies = Список тем
open-interface-themes = Теми
open-interface-openapi = Опис для програмістів (OpenAPI)
open-interface-profile = Нідерландський профіль
open-never = Чого там ніколи немає
open-never-names = Імен і фотографій людей. Є лише їхня роль.
open-never-secret = Адрес, які є таємними.
open-never-hidden = Того, що занадто довго не перевіряли.
open-never-residents = Нічого про мешканців. Цього ми не зберігаємо.

leaflet-title = { $name }: хто допомагає
leaflet-lead = Так було на карті допомоги. Дата: { $day }. Зателефонуйте, перш ніж іти.
leaflet-nobody = У цьому кварталі на карті ще нікого немає.
leaflet-beside = Друга мова поруч
leaflet-alone = Одна мова
leaflet-how = Цей аркуш можна надрукувати з браузера. Він вміщується на A4.
leaflet-more = { $count ->
    [one] Є ще { $number } інша група чи організація. Вона не вмістилася на цьому аркуші, вона є на сайті.
    [few] Є ще { $number } інші групи чи організації. Вони не вмістилися на цьому аркуші, вони є на сайті.
   *[many] Є ще { $number } інших груп чи організацій. Вони не вмістилися на цьому аркуші, вони є на сайті.
}
leaflet-call = Телефон
leaflet-what-for = З яких питань
leaflet-themes = Тема
leaflet-way = Як
leaflet-when = Коли
leaflet-languages = Мови
leaflet-room = Чи є місця
leaflet-confirmed = Чи це правильно

no-unknown = «{ $name }» — тут ми не знаємо такого запитання. Ми знаємо: { $known }.
no-twice = «{ $name }» є двічі. Залиште один раз.
no-unreadable = Цю адресу неможливо прочитати: у ній є знаки, які не є UTF-8.
no-number = «{ $name }» має бути числом від 1, а для віку від 0.
no-yes-or-no = «{ $name }» — це true або false.
no-id = «{ $name }» має бути ідентифікатором: UUID із 36 знаків.
no-date = «{ $name }» має бути днем або моментом, наприклад 2026-11-25 або 2026-11-25T09:00:00Z.
no-time = «{ $name }» має бути часом, наприклад 09:00.
no-day = «day» — це день: MO, TU, WE, TH, FR, SA або SU.
no-postcode = «postcode» — це чотири цифри або чотири цифри й дві літери, наприклад 9927 AB.
no-distance = «proximity» — це кількість метрів від 0.
no-distance-alone = «proximity» працює лише разом із «postcode».
no-word = «{ $name }» — це одне з цих слів: { $known }.
no-area = «area» — це код CBS району (wijk) або кварталу (buurt), наприклад WK036301 або BU03630100.
no-too-many = Стільки не вміщується на сторінці. Тут можна запитати щонайбільше { $most }.
no-page = Сторінки { $page } немає. Усього сторінок: { $pages }.
no-there = Цього немає.
no-moved = Це об’єднано з іншим записом. Тепер воно тут: { $path }
no-method = Тут можна лише читати. Використовуйте GET.
no-busy = Дані зараз неможливо прочитати. Спробуйте ще раз за кілька секунд.
no-fault = На нашому боці щось пішло не так. Повідомте цей номер: { $reference }.
