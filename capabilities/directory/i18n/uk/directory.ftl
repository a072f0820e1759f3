# Reviewed by: nobody yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = Зараз відчинено, до { $time }
opens-today = Сьогодні о { $time }
opens-tomorrow = Завтра о { $time }
opens-day = { $day }, { $time }
days-two = { $first } і { $last }
days-span = { $first } – { $last }
way-walk-in = Без запису
way-appointment = За записом
way-phone = Телефоном
way-home-visit = Приходять до вас додому
way-online = Через інтернет
capacity-open = Є місця
capacity-few = Ще кілька місць
capacity-waiting = Список очікування
capacity-closed = Зараз місць немає
capacity-unknown = Невідомо, чи є місця
age-ageing = Деякий час не перевіряли
age-stale = Давно не перевіряли. Спочатку зателефонуйте.
age-hidden = Застаре. Відвідувачі цього вже не бачать.

# Themes.
theme-all-of = { $theme }: усе
theme-in-general = Загалом
themes-title = Теми
themes-lead = Усе, у чому може бути допомога, простими словами. Виберіть тему, і ви побачите, хто допомагає.
themes-none = Тем ще немає.
themes-count = – стільки разів є допомога
themes-nothing = (тут допомоги ще немає)
themes-official = Офіційна назва
themes-mapping = Офіційні назви взято зі списку послуг муніципалітетів (Uniforme Productnamenlijst).
start-all-themes = Усі теми
start-often-themes = У чому допомоги найбільше

# Who looked at it, and where it came from.
not-checked = Людина цього ще не перевіряла
checked-on = Перевірено: { $day }
checked-by = – хто перевірив:
age-advice = Щось могло змінитися. Зателефонуйте або напишіть, перш ніж іти.
source = Джерело:
licence = Ліцензія:
about-sources-link = Про джерела
source-dropped = Джерело цього більше не згадує. Від дня: { $day }.

# The list.
list-title = Хто що робить?
search-question = З чим вам потрібна допомога?
list-all = { $count ->
    [one] { $number } місце, куди можна звернутися
    [few] { $number } місця, куди можна звернутися
   *[many] { $number } місць, куди можна звернутися
}
list-found = { $count ->
    [0] Нікого не знайдено
    [one] { $number } місце допомагає з цим
    [few] { $number } місця допомагають із цим
   *[many] { $number } місць допомагають із цим
}
worlds = Від сусідів чи організація
worlds-both = І те, і те
shorter = Скоротити список
choose-theme = Про що йдеться?
any-theme = Усе
choose-language = Якою мовою ви говорите?
any-language = Усі мови
choose-area = У якому кварталі?
any-area = Усюди
whole-district = { $name } (увесь район)
choose-near = Поблизу якого місця?
choose-near-hint = Квартал, чотири цифри поштового індексу або назва місця
near = Поблизу:
distance-metres = { $number } м
distance-kilometres = { $number } км
found-read-as = Ми шукали: { $words }
walk-into = Запитайте в сусідів
walk-into-text = До цих груп мешканців можна зайти без запису. Вони часто знають, хто може допомогти далі.
suggestions = Може, ви мали на увазі щось із цього?
choose-day = У який день?
any-day = Усі дні
choose-capacity = Чи є місця?
any-capacity = Байдуже
choose-show = Показати
chosen = Ваш вибір
drop = Прибрати:
choice-unknown = Одного з ваших виборів ми не знаємо. Ми його пропустили.
postcode-unknown = Ми не знаємо, де розташований поштовий індекс { $postcode }. Виберіть свій район або квартал.
question-shortened = Ваше запитання було дуже довгим. Ми шукали за його початком.
found-loosely = Ніщо не підходить до всіх ваших слів. Це підходить до частини з них.
map = Карта
map-of-list = Номери такі самі, як у списку. Круг — це від сусідів, квадрат — організація.
page-gone = Цієї сторінки немає
page-gone-text = У списку менше сторінок: { $pages }.
page-last = До останньої сторінки
nothing-yet = Тут ще нікого немає
nothing-yet-text = Щойно група чи організація приєднається, ви знайдете її тут.
nobody-found = Нікого не знайдено
nobody-found-text = Разом ваші вибори завузькі. Приберіть один:
nobody-found-words = Спробуйте інше слово або перегляньте весь список.
nobody-found-choices = Навіть без одного з ваших виборів тут нікого немає. Перегляньте весь список.
without = Без:
list-everything = Переглянути все ({ $number })
missing-title = Вашої групи тут немає?
missing-text = Мала група теж має тут місце. Не треба бути фондом.
missing-link = Попросіть додати вашу групу

# A party and an offer.
party-facts = Зв’язок, місце й квартали
call = Зателефонувати
mail = Надіслати лист
call-for = З цим можна телефонувати
not-for = Цього ми не робимо
party-hand-over = Передати допомогу з рук у руки
party-offers = Що тут можна робити
party-people = Цих людей ви тут зустрінете
works-gladly = Так ми любимо співпрацювати
lived-experience = Із власного досвіду
reach-us = Як із нами зв’язатися
room-now = Чи є зараз місця?
languages-spoken = Мови
areas-served = Де ми працюємо
serves-all = Де: увесь муніципалітет { $name }
serves-unknown = Цього ще не вказано.
something-wrong = Щось неправильно?
map-of-party = Тут ви нас знайдете.
where = Де
address-secret = Адреса таємна. Спочатку зателефонуйте.
mail-returns = Листи на цю адресу повертаються. Відвідувачі побачать її знову, коли її змінять або коли хтось скаже, що вона правильна.
address-unknown = Адресу ще не вказано.
offer-facts = Хто це робить і де
map-of-offer = Це тут.
when = Коли
when-table = Години протягом тижня
day = День
open = Відчинено
for-whom = Для кого
way-in = Як потрапити
cost = Скільки це коштує
more-about = Більше про це

# Areas.
areas-title = Райони й квартали
areas-lead = Виберіть квартал. Ви побачите, хто там є і хто туди приходить.
areas-none = Кварталів тут ще немає
areas-none-text = Шукати можна, як завжди.
area-district = Район (wijk), муніципалітет { $name }
area-neighbourhood = Квартал (buurt), муніципалітет { $name }
area-find = Шукати допомогу в цьому кварталі
area-leaflet = Аркуш для друку
area-reciprocity = Запити й відповіді в обидва боки
area-facts = Карта й цифри
map-of-area = Цей квартал і те, що навколо. Круг — це від сусідів, квадрат — організація.
area-here = { $count ->
    [0] Ніхто не має тут власного місця
    [one] { $number } група чи організація має тут власне місце
    [few] { $number } групи чи організації мають тут власне місце
   *[many] { $number } груп чи організацій мають тут власне місце
}
area-working = { $count ->
    [one] { $number } група чи організація теж тут працює
    [few] { $number } групи чи організації теж тут працюють
   *[many] { $number } груп чи організацій теж тут працюють
}
area-all = Переглянути всіх
area-inside = Квартали цього району
area-neighbours = Поруч
gaps-title = А це є поруч
gap-nobody = { $count ->
    [one] У { $count } кварталі поруч є допомога на тему «{ $theme }». Тут ще немає.
   *[many] У { $count } кварталах поруч є допомога на тему «{ $theme }». Тут ще немає.
}
gap-informal = { $count ->
    [one] У { $count } кварталі поруч хтось із сусідів допомагає на тему «{ $theme }». Тут ще нікого із сусідів.
   *[many] У { $count } кварталах поруч хтось із сусідів допомагає на тему «{ $theme }». Тут ще нікого із сусідів.
}
gap-formal = { $count ->
    [one] У { $count } кварталі поруч організація допомагає на тему «{ $theme }». Тут організації ще немає.
   *[many] У { $count } кварталах поруч організація допомагає на тему «{ $theme }». Тут організації ще немає.
}
figures = Цифри
figure-residents = людей тут живе
figure-households = домогосподарств
figure-older = людей мають 65 років або більше
figure-young = людей мають менше ніж 15 років
figures-year = Рік: { $year }.

# The first page.
start-title = { $name }: що тут відбувається?
start-sentence = Що тут є: { $informal ->
    [one] { $informal_number } група сусідів
    [few] { $informal_number } групи сусідів
   *[many] { $informal_number } груп сусідів
} і { $formal ->
    [one] { $formal_number } організація
    [few] { $formal_number } організації
   *[many] { $formal_number } організацій
}.
start-sentence-empty = Тут будуть ті, хто може вам допомогти.
start-empty = Тут ще нікого немає
start-empty-text = Цей муніципалітет лише починає. Ви група чи організація? Тоді ви можете бути першими.
search-hint = Наприклад: прочитати лист, борги, їсти разом
start-worlds = Два світи, один квартал
start-informal = Мешканці, які допомагають одне одному: групи, волонтери, провідники. Вони знають квартал.
start-formal = Люди, для яких це робота: районна команда (wijkteam), муніципалітет (gemeente), соціальна служба (welzijn). Вони знають правила.
start-themes = Про що йдеться?
start-districts = Виберіть район
start-all-areas = Усі райони й квартали
start-map = Переглянути все на карті
start-fresh = Щойно перевірено
start-all = Переглянути всіх

# The map.
map-title = Карта: { $name }
map-none = Цей муніципалітет ще не має карти
map-sentence = { $count ->
    [0] { $name }: ще ніхто не має місця, яке можна показати на карті.
    [one] { $name }: на карті { $number } група чи організація.
    [few] { $name }: на карті { $number } групи й організації.
   *[many] { $name }: на карті { $number } груп і організацій.
}
map-legend = Круг — це від сусідів, квадрат — організація. Число показує, скільки їх в одному місці. Що темніший квартал, то більше їх там.
map-table = Те саме списком
map-nobody = Тут ще нікого немає ({ $number })
map-list = Переглянути як список допомоги
map-district = Більше про цей район
map-parties = Кого ви тут знайдете
area = Квартал

# About this site.
sources-title = Джерела
sources-lead = Тут написано, звідки дані, від якого вони часу і що з ними можна робити.
sources-fiction = { $name } не існує
sources-fiction-text = Усі люди, групи, адреси, номери телефонів і карти на цьому сайті вигадані. Так ви можете спокійно все спробувати.
sources-none = Зовнішніх джерел немає
sources-none-text = Усе, що тут є, написали самі люди з муніципалітету, груп та організацій.
source-dated = Дата даних: { $day }.
source-imported = Додано сюди: { $day }.
sources-yours = Що групи розповідають самі
sources-yours-text = Людина перевірила дані? Тоді це важливіше. Зовнішнє джерело ніколи цього не перезаписує.
sources-code = Програма вільна. Кожен може нею користуватися, її переглядати й поліпшувати (EUPL 1.2). Шрифт називається Rubik (OFL).
sources-open = Дані цього сайту можна використовувати на своєму сайті або в застосунку.
sources-open-link = До відкритих даних
privacy-title = Ваші дані й хто їх бачить
privacy-lead = Про вас ми нічого не зберігаємо. Щоб шукати, входити не потрібно.
privacy-stored = Це ми зберігаємо
privacy-stored-1 = Що роблять групи й організації, де й коли.
privacy-stored-2 = Ім’я й фотографію людини, якій можна зателефонувати. Лише якщо ця людина згодна.
privacy-stored-3 = Коли хтось перевірив дані й у якій ролі. Не хто саме.
privacy-stored-4 = Мову, яку ви вибрали. Вона є в маленькому файлі (cookie) на вашому телефоні або комп’ютері.
privacy-stored-5 = Ви берете участь від групи чи організації? Тоді ми зберігаємо ваше ім’я, спосіб входу, ваші запити й відповіді, а також електронну адресу, якщо ви хочете листи. Запит зникає через тридцять днів після завершення.
privacy-stored-6 = Ваша група просить бути на карті? Тоді те, що ви написали, бачить лише муніципалітет, доки не вирішить. Після «так» це є на карті. Після «ні» це зникне через тридцять днів. Якщо ніхто не вирішить, це зникне через дев’яносто днів.
privacy-never = Цього ми ніколи не зберігаємо
privacy-never-1 = Хто ви, де живете й що тут шукали.
privacy-never-2 = Ваш номер BSN (burgerservicenummer).
privacy-never-3 = Числа чи списки, які порівнюють людей між собою.
privacy-never-4 = Дані, щоб контролювати або карати людей.
privacy-never-5 = Що ви робите на інших сайтах. Цей сайт нічого не бере в інших, і ніхто за вами не стежить.
privacy-secret = Таємні місця
privacy-secret-1 = Адреси притулку, який має бути безпечним, ми не зберігаємо. Навіть приховано. Її немає ніде.
privacy-self = Тут є ви самі?
privacy-self-1 = Ви завжди можете сказати: приберіть моє ім’я або фотографію. Тоді їх відразу не буде.
privacy-self-2 = Ваша група не хоче тут бути? Тоді ми пам’ятаємо лише це, і група більше не повернеться.
privacy-who = Хто що бачить
privacy-who-1 = Те, що на карті, може читати кожен. Запити й передачі бачать лише сторони, яких це стосується. Запит до всього кварталу бачить кожен, хто бере участь.
privacy-who-2 = Відповідь запізнюється? Тоді той, хто стежить за термінами, бачить, між якими сторонами це, на яку тему, у якому кварталі й до якого дня. Сказаного там ніколи не видно.
help-title = Допомога з цим сайтом
help-lead = Тут ви прочитаєте, як працює сайт.
help-search = Пошук
help-search-1 = Напишіть кількома словами, з чим вам потрібна допомога. Можна й цілим реченням.
help-search-2 = Скоротіть список темою, мовою, кварталом або днем. Щоб прибрати вибір, торкніться його ще раз.
help-signs = Круг і квадрат
help-signs-1 = Круг означає: від сусідів. Мешканці, які допомагають одне одному.
help-signs-2 = Квадрат означає: організація. Люди, для яких це робота.
help-checked = Перевірено
help-checked-1 = Біля кожної групи написано, коли людина перевірила дані. Це було давно? Тоді спочатку зателефонуйте. За деякий час ми прибираємо старі дані.
help-wrong = Щось неправильно?
help-wrong-1 = Скажіть про це самій групі чи організації або зателефонуйте в муніципалітет { $name }. Тоді ми це виправимо.
help-join = Додати свою групу
help-join-1 = Мала група теж має тут місце. Не треба бути фондом і не треба нічого розповідати про мешканців.
help-join-2 = Можна також зателефонувати або написати в муніципалітет { $name }.
help-urgent = Це терміново?
help-urgent-1 = Є небезпека? Телефонуйте 112. Цей сайт не для надзвичайних випадків.
access-title = Доступність
access-lead = Кожен має змогти користуватися цим сайтом. Ми над цим працюємо.
access-works = Це працює
access-works-1 = Усе можна зробити лише клавіатурою.
access-works-2 = Усе працює й без скриптів, і на старому телефоні.
access-works-3 = Біля кожної картинки є речення, яке каже, що на ній, і те саме списком.
access-works-4 = Літери можна збільшити вдвічі. Темний вигляд і більший контраст — за вашими налаштуваннями.
access-not-yet = Це ще не добре
access-not-yet-1 = Групи пишуть нідерландською. Цього тексту ми ще не перекладаємо.
access-not-yet-2 = На малому телефоні назви на карті дрібні. Тоді скористайтеся списком під нею.
access-not-yet-3 = Люди з інвалідністю ще не випробовували сайт разом із нами.
access-tell = Щось не виходить?
access-tell-1 = Скажіть про це муніципалітету { $name }. Назвіть сторінку, на якій це сталося.

### End of the pages for visitors

## Importing
import-fate-refused = Відхилено
import-fate-left-out = Пропущено
import-fate-kept = Залишено, як було
import-fate-gone = Зникло з джерела
import-fate-mended = Виправлено
import-fate-noted = Переглянути
import-reason-no-name = Немає назви.
import-reason-no-key = Немає власного номера.
import-reason-double-key = Цей номер уже був у файлі раніше.
import-reason-no-party = Не вказано, якій організації чи групі це належить.
import-reason-unknown-party = Групи чи організації, якій це належить, немає у файлі.
import-reason-unknown-place = Місця, до якого це належить, немає у файлі.
import-reason-unknown-offer = Пропозиції, до якої це належить, немає у файлі.
import-reason-too-long = Текст задовгий.
import-reason-bad-point = Місце на карті неправильне.
import-reason-swapped-point = Два числа місця були переставлені.
import-reason-bad-date = Дата неправильна.
import-reason-bad-time = Час неправильний.
import-reason-bad-phone = Це не номер телефону.
import-reason-bad-email = Це не електронна адреса.
import-reason-bad-website = Це не адреса сайту.
import-reason-unknown-language = Цієї мови ми не знаємо.
import-reason-unknown-theme = Цієї теми ми не знаємо.
import-reason-unknown-area = Цього району чи кварталу ми не знаємо.
import-reason-lost-accent = Тут загубилася літера зі знаком.
import-reason-rounded-key = Номер округлила електронна таблиця.
import-reason-marker = Тут були знаки іншої програми. Їх прибрано.
import-reason-literal-newline = У тексті було "\n". Це стало новим рядком.
import-reason-several-keys = В одній клітинці було кілька номерів.
import-reason-backtick = Був неправильний апостроф. Його виправлено.
import-reason-markup = Тут був код сайту. Його прибрано.
import-reason-wrong-columns = У цьому рядку забагато або замало клітинок.
import-reason-unclosed-quote = Лапки ніде не закрито.
import-reason-not-text = Це не читабельний текст.
import-reason-inactive = Джерело каже: цього більше немає.
import-reason-internal = Це не для всіх.
import-reason-person = Імен людей ми не беремо з файлу.
import-reason-do-not-list = Ця група чи організація не хоче бути на карті.
import-reason-same-record = Це тут двічі.
import-reason-cut-off = Файл тут раптово закінчується.
import-reason-confidential = Це таємне місце. Адресу не взято.
import-reason-unclear-confidential = Про таємність написано те, чого ми не знаємо. Адресу тримаємо в таємниці.
import-reason-not-used = Для цього немає місця на карті.
import-reason-no-address = Тут немає адреси.
import-reason-past = Це вже минуло.
import-reason-confirmed = Хтось сказав, що це правильно. Це залишається.
import-reason-edited = Хтось сам це змінив або щось із цього прибрав. Так і залишається.
import-reason-removed = Хтось прибрав це з карти. Воно не повернеться.
import-reason-dropped = У джерелі цього більше немає. Це залишається, з позначкою.
import-reason-near-area = Місце трохи поза кварталом. Ми взяли найближчий.
import-reason-outside-areas = Місце не лежить у жодному кварталі цього муніципалітету.
import-reason-like-unwanted = Ця група чи організація схожа на ту, що не хоче бути на карті. Це інша? Тоді додайте її на карту самі.
import-reason-like-secret = Група чи організація з такою назвою має таємне місце. Перевірте, чи можна знати цю адресу. Можна? Тоді додайте її на карту самі.
import-reason-new-theme = Цієї теми у вашому муніципалітеті ще немає. Її буде додано. Пояснення та арабська назва не переносяться.
import-unreadable-empty = Файл { $file } порожній.
import-unreadable-unknown = { $file } — це не таблиця, не JSON і не zip, які ми знаємо.
import-unreadable-not-text = { $file } — це не читабельний текст. Це файл Excel? Тоді збережіть його як CSV.
import-unreadable-needs-mapping = Для { $file } потрібен список стовпців. У ньому є ці стовпці: { $found }
import-unreadable-mapping = Список стовпців неправильний у рядку { $line }: { $what }
import-unreadable-columns = У { $file } бракує: { $missing }. Знайдено: { $found }
import-unreadable-no-table = Бракує таблиці { $wanted }. Знайдено: { $found }
import-unreadable-cut-off = { $file } закінчується посередині, у рядку { $line } (знак { $column }). Завантажте файл ще раз.
import-unreadable-bad-json = { $file } — це неправильний JSON: рядок { $line }, знак { $column }.
import-unreadable-no-records = У { $file } немає ні груп, ні організацій, ні пропозицій.
import-unreadable-bad-archive = Файл zip пошкоджено.
import-unreadable-locked = { $file } у zip має пароль. Зробіть zip без пароля.
import-unreadable-bomb = { $file } після розпакування стає більшим у понад { $ratio } разів. Ми цьому не довіряємо.
import-unreadable-too-big = Це завелике: понад { $max } байтів.
import-unreadable-too-many-files = Файлів більше ніж { $max }.
import-unreadable-escapes = { $file } вказує за межі zip. Ми цьому не довіряємо.
import-unreadable-link = { $file } — це посилання, не файл.
import-unreadable-broken = Прочитати не вдалося: { $why }
import-title = Зчитати дані
import-lead = Розмістіть на карті групи, організації й пропозиції з файлу. Спочатку ви бачите, що зміниться. Лише потім вирішуєте.
import-what = Що можна зчитати?
import-what-hsds = Карту допомоги в HSDS: JSON або таблиці CSV. Таблиць кілька? Покладіть їх разом в один zip.
import-what-csv = Власну таблицю CSV зі списком стовпців. Він каже, що в якому стовпці.
import-what-geojson = Точки на карті в GeoJSON зі списком стовпців.
import-what-not = Імен людей і таємних адрес ми ніколи не беремо.
import-field-file = Файл
import-field-file-hint = CSV, JSON, GeoJSON або zip. Не більше ніж 48 МБ.
import-field-source = Чиї це дані?
import-field-source-hint = Ця назва потім буде на карті. Щоразу пишіть ту саму.
import-field-licence = Ліцензія
import-field-licence-hint = Чи можна використовувати ці дані? Наприклад: CC BY 4.0
import-field-dated = Від якої дати?
import-field-dated-hint = Якщо знаєте. Наприклад: 2026-11-25
import-field-sphere = Не вказано, формальне це чи неформальне? Тоді це:
import-field-mapping = Список стовпців
import-field-mapping-hint = Потрібен лише для власної таблиці або точок.
import-field-mapping-none = Не потрібен
import-field-own-mapping = Або вставте сюди власний список стовпців
import-look = Показати, що зміниться
import-wrong-file = Виберіть файл.
import-wrong-large = Файл завеликий. Більший ніж 48 МБ можна зчитати лише командою samenspel import.
import-wrong-source = Напишіть, чиї це дані, щонайбільше 120 знаків.
import-wrong-licence = Напишіть ліцензію, щонайбільше 120 знаків.
import-wrong-dated = Запишіть дату так: 2026-11-25.
import-earlier = Зчитано раніше
import-earlier-none = Ще нічого не зчитано.
import-state-waits = Чекає на ваше рішення
import-state-applied = На карті
import-column-when = Коли
import-column-source = Джерело
import-column-state = Стан
import-column-counts = Нове, інше, прибране
import-preview-title = Це зміниться на карті
import-done-title = Це зчитано
import-preview-lead = Файл: { $file }, джерело: { $source }. На карті ще нічого немає.
import-done-lead = Файл: { $file }, джерело: { $source }.
import-count-added = Нове
import-count-changed = Інше, ніж було
import-count-same = Без змін
import-count-gone = Більше немає в джерелі
import-count-kept = Залишено так, як сказала людина
import-count-left-out = Пропущено
import-count-refused = Відхилено
import-lines = Що не пішло саме?
import-lines-none = Усе зчитано без труднощів.
import-lines-all = Усе
import-lines-csv = Завантажити цей список (CSV)
import-lines-earlier = Попередні
import-lines-later = Наступні
import-lines-caption = Рядки від { $from } до { $to } з { $total }
import-column-fate = Що сталося
import-column-where = Де
import-column-key = Номер
import-column-why = Чому
import-where = { $file }, рядок { $line }
import-apply = Розмістити на карті
import-discard = Викинути
import-waits = Цей файл зберігається один день. Потім його не буде.
import-nothing-changes = На карті нічого не зміниться.
import-outdated = Карта змінилася, відколи ви дивилися. Ще нічого не зроблено. Ось що змінилося б зараз.
import-already = Це вже було зроблено.
import-sphere-formal = Формальне: організація
import-sphere-informal = Неформальне: від сусідів
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: чи все ще правильно?
mail-greeting = Вітаємо, { $party },
mail-why-ageing = Ви є на карті допомоги (sociale kaart). Деякий час ніхто не перевіряв, чи все ще правильно.
mail-why-stale = Ви є на карті допомоги (sociale kaart). Давно ніхто не перевіряв, чи все ще правильно. Незабаром там це буде написано.
mail-why-hiding = Ви є на карті допомоги (sociale kaart). Ніхто не сказав, що все ще правильно. Якщо ви нічого не зробите, ваш запис або його частину вже не буде видно. Від дня: { $day }.
mail-why-hidden = Ви є на карті допомоги (sociale kaart). Ніхто не сказав, що все ще правильно. Тому ваш запис або його частину зараз не видно.
mail-choose = Виберіть, будь ласка. Входити не потрібно.
mail-right = Усе правильно
mail-changed = Щось змінилося
mail-off = Приберіть нас
mail-end = Кожне посилання діє один раз, до наступного листа. Ми пишемо щонайбільше раз на тиждень.
mail-from = Вітання від карти допомоги, { $town }

answer-right-title = { $party }: чи те, що тут написано, ще правильне?
answer-right-lead = Одне натискання — і кожен знає, що це правильно. Входити не потрібно.
answer-right-button = Так, усе правильно
answer-as-it-stands = Зараз написано так
answer-see-all = Переглянути все, що є на карті
answer-off-title = { $party }: прибрати з карти?
answer-off-lead = Тоді вас ніде не буде на карті. Ми пам’ятаємо, що ви цього не хочете, навіть якщо хтось зчитає новий список. Сім днів ви ще можете передумати.
answer-off-running = Запити й передачі, що тривають, буде припинено. Вони не повернуться.
answer-off-button = Так, приберіть нас
answer-form-title = { $party }: що змінилося?
answer-form-lead = Змініть те, що вже неправильне. Після збереження це відразу на карті.
answer-form-rest = Є нове місце чи нова пропозиція або ви працюєте в інших районах? Зверніться до своєї громади.
answer-form-button = Зберегти, так правильно
answer-left = Ми більше не тут. Це місце зникне з карти.
answer-stopped = Ми цього більше не робимо. Ця пропозиція зникне з карти.
answer-thanks = Дякуємо
answer-thanks-right = Тепер усі бачать, що сьогодні це ще правильно.
answer-thanks-changed = Ваші зміни на карті.
answer-put-away = Адміністратор приховав цей запис і тепер бачить, що він правильний. Хочете знати чому? Зверніться до свого муніципалітету.
answer-see = Переглянути на карті: { $party }
answer-keep = Оновити свої дані
answer-gone = Вас більше немає на карті
answer-gone-lead = Усе прибрано. Ми пам’ятаємо, що ви не хочете бути на карті.
answer-gone-until = Передумали? Можна повернути все на карті, як було. Останній день: { $day }.
answer-gone-keep = Якщо вагаєтеся, збережіть адресу цієї сторінки. Якщо загубите її, муніципалітет теж може повернути вас протягом цього тижня.
answer-back-button = Поверніть нас на карту
answer-gone-for-good = Хочете пізніше повернутися? Зверніться до свого муніципалітету.
answer-back = Ви знову на карті
answer-back-lead = Усе на карті знову так, як було.
answer-back-running = Запити й передачі, що тривали, припинено. Вони не повернуться.
answer-back-people = Чи були в Samenspel люди з вашої групи чи організації? Муніципалітет запросить їх знову.
answer-unknown = Ми не знаємо цього посилання
answer-unknown-lead = Перевірте, чи посилання з листа взято повністю. Якщо не вийде, зачекайте на наступний лист або зателефонуйте в муніципалітет.
answer-used = Це посилання вже використано
answer-used-lead = { $day } хтось вибрав: { $answer }. Після цього посилання не діє.
answer-used-see = Дивіться, що тоді сталося
answer-over = Це посилання більше не діє
answer-over-lead = Після цього надіслано новий лист, або запис тим часом перевірено чи прибрано в інший спосіб. Скористайтеся найновішим листом.
answer-start = До карти допомоги

ageing = Що застаріває
ageing-lead = Те, що довго не перевіряли, застаріває, а потім зникає саме. Тут видно, кому можна зателефонувати.
ageing-groups = Виберіть, що показати
ageing-no-address = Немає електронної адреси
ageing-bounced = Листи не доходять
ageing-hides-soon = Скоро не буде видно
ageing-no-answer = Лист надіслано, відповіді немає
ageing-to-be-asked = Ще отримає лист
ageing-hidden = Більше не видно
ageing-nobody = Зараз тут нікого немає.
ageing-no-mail = Поштовий сервер не налаштовано. Ніхто не отримує листів; телефонуйте групам і організаціям самі.
ageing-since = Перевірено або записано: { $day }
ageing-mail-sent = Лист надіслано: { $day }
ageing-mail-bounced = Лист повернувся. Дата: { $day }. Перевірте, чи адреса правильна.
ageing-mail-waits = Лист чекає на поштовий сервер
ageing-mail-failed = Невідомо, чи лист дійшов. Дата: { $day }
ageing-mail-not-taken = Поштовий сервер уже кілька днів не приймає листів на цю адресу (лист: { $day }). Зателефонуйте.
ageing-hides-on = Не буде видно від дня: { $day }
ageing-put-away = Це приховав адміністратор
ageing-offer-hidden = Однієї з пропозицій більше не видно. Ніхто не сказав, що вона ще правильна.
ageing-no-phone = Немає номера телефону
ageing-confirm = Правильно, ми телефонували
ageing-mail = Надіслати лист зараз
ageing-hide = Приховати
ageing-show = Показати знову
ageing-did-confirm = Збережено: групу чи організацію та її пропозиції сьогодні перевірено.
ageing-did-mail = Лист надіслано.
ageing-did-no-address = Немає електронної адреси. Зателефонуйте.
ageing-did-bounce = Поштовий сервер не приймає листів на цю адресу. Зателефонуйте.
ageing-did-later = Лист зараз не вдалося надіслати. Пізніше ми спробуємо самі.
ageing-did-too-often = Ця група чи організація за останній тиждень уже отримала лист, або лист чекає. Частіше ніж раз на тиждень ми не пишемо.
ageing-did-put-away = Приховано: відвідувачі цього більше не бачать.
ageing-did-show = Відвідувачі знову це бачать. Якщо ніхто не підтвердить, пізніше це знову зникне.
ageing-did-back = Група чи організація знову на карті, як була.
ageing-taken-off = Попросили себе прибрати
ageing-taken-off-lead = Сім днів це можна повернути, наприклад, якщо хтось передумав. Потім усього не буде.
ageing-taken-off-on = Прибрано: { $day }
ageing-put-back = Повернути
ageing-days = За скільки днів?
ageing-fresh-days = Стільки днів дані свіжі
ageing-stale-days = За стільки днів дані старі
ageing-hide-days = За стільки днів їх більше не видно
ageing-notice-days = Щонайменше стільки днів після нашого запитання
ageing-notice-hint = Хто ще не отримав листа й про кого ви ще не бачили, що треба зателефонувати, не зникає.
ageing-districts = Інші дні для району
ageing-districts-lead = Група чи організація працює в кількох районах? Тоді для неї діє найбільше число. Вона працює в усьому муніципалітеті? Тоді діють дні муніципалітету.
ageing-district-own = Свіжі: { $fresh } дн. Старі: через { $stale } дн. Більше не видно: через { $hide } дн.
ageing-district-none = Ті самі дні, що в муніципалітеті
ageing-days-of = За скільки днів? { $name }
ageing-days-of-lead = Ці дні діють для груп і організацій, що працюють у цьому районі. Вони працюють і в іншому районі? Тоді діє найбільше число.
ageing-days-take-away = Прибрати власні дні цього району

double = Можливо, двічі
double-lead = Ці групи чи організації схожі. Зробіть із них одну або скажіть, що їх дві. Старі адреси діють і далі.
double-none = Ніщо не схоже на повтор.
double-same-name = Та сама назва
double-like-name = Схожа назва
double-same-phone = Той самий номер телефону
double-same-email = Та сама електронна адреса
double-same-website = Той самий сайт
double-same-door = Ті самі двері
double-beside = Поруч
double-what = Що
double-left = Перша
double-right = Друга
double-confirmed = Перевірено
double-two = Їх дві
double-keep-left = Одна: залишити першу
double-keep-right = Одна: залишити другу
double-did-one = Тепер вона одна. Пропозиції й люди з другої додані.
double-did-two = Запам’ятали: їх дві.

desk-fault-order = Це має бути щонайменше попереднє число.
desk-ageing = Що застаріває
desk-terms = Терміни відповіді
desk-double = Можливо, двічі

### End of what ages

### The desk

desk = Керування
desk-lead = Тут ви ведете карту допомоги (sociale kaart).
desk-new-party = Нова група чи організація
desk-import = Зчитати файл
desk-people = Люди муніципалітету
desk-own-page = Моє місце
desk-members = Люди цієї групи чи організації
desk-wishes = Не показувати
desk-wishes-lead = Ці групи й організації не хочуть бути на карті. Зчитування файлу їх не поверне.
desk-no-wishes = Ніхто про це не просив.
desk-wish-asked = Дата прохання: { $day }
desk-wish-forget = Можна знову на карту
desk-search = Шукати групу чи організацію за назвою
desk-parties =
    { $count ->
        [one] { $count } група чи організація
        [few] { $count } групи чи організації
       *[many] { $count } груп чи організацій
    }
desk-nothing = Немає групи чи організації з такою назвою.
desk-confirmed-on = Перевірено: { $day }.
desk-confirmed-by = Перевірено: { $day }, хто: { $by }.
desk-never-confirmed = Людина цього ще ніколи не перевіряла.
desk-saved = Збережено
desk-on-the-map = Збережено. Ця група чи організація тепер на карті.
desk-changed-meanwhile = Хтось інший щойно це змінив. Подивіться нижче й збережіть ще раз.
desk-save = Зберегти
desk-back = Назад
desk-profile = Дані
desk-see = Переглянути, як відвідувачі
desk-remove = Прибрати з карти
desk-remove-title = { $name }: прибрати з карти?
desk-remove-lead = Усі місця, люди й пропозиції теж зникнуть. Цього не можна скасувати.
desk-leave-lead = Усе, що ви маєте на карті, зникне відразу. Протягом тижня це можна повернути.
desk-leave-people = Люди з вашої групи чи організації більше не матимуть місця в Samenspel. Якщо вона повернеться, муніципалітет запросить людей знову.
desk-leave-who = Це може зробити лише координатор вашої групи чи організації. Запитайте координатора.
desk-remove-own = Список когось іншого вас потім не поверне. Хочете пізніше знову бути на карті? Запитайте в муніципалітеті.
desk-remove-once = Прибрати
desk-remove-never = Прибрати й більше ніколи не показувати
desk-still-right = Усе правильно
desk-still-right-all = Це стосується групи чи організації та всіх її пропозицій. Лист, на який ще не відповіли, теж матиме відповідь.
desk-by = Хто це каже?
desk-by-hint = Роль, не ім’я. Наприклад: координатор.
desk-confirmed-by-field = Усе правильно? Хто це каже?
desk-room-now = Зараз
desk-offers = Пропозиції
desk-add-offer = Додати пропозицію
desk-remove-offer = Видалити пропозицію
desk-places = Місця
desk-place = Місце
desk-add-place = Додати місце
desk-remove-place = Видалити місце
desk-confidential-place = Таємне місце, без адреси
desk-confidential = Це таємне місце. Усі дані адреси буде видалено.
desk-contacts = Люди
desk-contact = Контактна особа
desk-add-contact = Додати людину
desk-remove-contact = Видалити цю людину
desk-contact-lead = Ім’я або фотографія тут є, лише якщо ця людина сама згодна.
desk-contact-role = Роль
desk-contact-role-hint = Наприклад: провідник, волонтер, координатор.
desk-contact-name = Ім’я
desk-consent-name = Ця людина згодна, щоб тут було її ім’я
desk-consent-photo = Ця людина згодна, щоб тут була її фотографія
desk-note = Про цю людину
desk-note-hint = Коли вона на місці? З чим можна телефонувати?
desk-photo = Фотографія
desk-photo-now = Теперішня фотографія
desk-photo-file = Виберіть фотографію
desk-photo-hint = JPEG або PNG. Ми її зменшуємо й видаляємо відомості, де й коли її зроблено.
desk-photo-send = Зберегти фотографію
desk-sphere = Що це: група чи організація?
desk-name = Назва
desk-summary = Одним реченням
desk-summary-hint = Що це й для кого? Короткі слова.
desk-call-for = Телефонуйте з цим
desk-not-for = Не з цим
desk-one-a-line = Одна річ у рядку.
desk-best-way = Найкращий час і спосіб
desk-role-name = Постійний контакт
desk-role-name-hint = Роль, яка залишається, коли люди йдуть. Наприклад: рецепція.
desk-phone = Телефон
desk-email = Електронна пошта
desk-website = Сайт
desk-capacity = Чи є місця?
desk-capacity-note = Більше про місця
desk-lived-experience = Власний досвід, на який це спирається
desk-works-gladly = Як любить співпрацювати
desk-serves = Де працює ця група чи організація?
desk-serves-all = В усьому муніципалітеті
desk-district = район
desk-languages = Мови
desk-place-name = Назва місця
desk-street = Вулиця
desk-house-number = Номер будинку
desk-postcode = Поштовий індекс
desk-town = Населений пункт
desk-access = Вхід
desk-access-hint = Поріг, ліфт, туалет, як знайти двері.
desk-point = Точка на карті
desk-point-hint = Широта й довгота, наприклад: 52.6210, 5.3385
desk-area = Квартал
desk-area-hint = Якщо є точка на карті, квартал ми знайдемо самі.
desk-does = Це ми робимо
desk-does-not = Цього ми не робимо
desk-for-whom = Для кого
desk-themes = Теми
desk-theme-list = Керувати темами
desk-theme-lead = Дайте темі іншу назву, підніміть її вище, приховайте або об’єднайте. Старі посилання діють і далі.
desk-theme-room = { $count ->
    [0] Немає місця для нових тем. Спочатку об’єднайте дві.
    [one] Є місце ще для { $count } теми.
   *[many] Є місце ще для { $count } тем.
 }
desk-theme-new = Власна тема
desk-theme-up = Підняти вище
desk-theme-hidden = Немає у виборі
desk-theme-own = Власна тема
desk-theme-hide = Не показувати у виборі
desk-theme-gone = Об’єднано
desk-theme-went = Цю тему об’єднано. Хто її шукає, потрапляє до іншої.
desk-theme-nl = Назва нідерландською
desk-theme-en = Назва англійською
desk-theme-ar = Назва арабською
desk-theme-about = Про що це
desk-theme-about-hint = Кількома словами. Це є на сторінці з усіма темами.
desk-theme-parent = Належить до
desk-theme-top = Ні до чого, стоїть нагорі
desk-theme-into = Об’єднати з
desk-theme-into-hint = Усе, що належить до цієї теми, буде тоді в іншій. Це завжди можна скасувати.
desk-theme-stays = Не об’єднувати
desk-theme-key = Ключ у посиланнях і файлах
desk-fault-theme-there = Тема з такою назвою вже є.
desk-fault-themes-full = Немає місця для ще однієї теми. Спочатку об’єднайте дві.
desk-way = Як сюди потрапити?
desk-unknown = Невідомо
desk-opening = Відчинено
desk-opening-hint = Один час у рядку, наприклад понеділок: ma 9.00-12.00. Дні нідерландським скороченням: ma, di, wo, do, vr, za, zo
desk-opening-note = Більше про години
desk-cost = Вартість
desk-at = У якому місці?
desk-fault-empty = Заповніть це.
desk-fault-too-long = Це задовге. Кількість знаків: { $got }. Вміщується: { $max }.
desk-fault-too-many-lines = Забагато рядків: { $got }. Вміщується: { $max }.
desk-fault-unknown = Цього ми не знаємо. Перевірте, чи правильно написано.
desk-fault-hours = Рядок { $line } — це не день із годинами. Напишіть, наприклад: ma 9.00-12.00
desk-fault-no-consent = Це можна, лише якщо ця людина сама згодна. Позначте це.
desk-fault-named = Тут є чиєсь ім’я: { $name }. Напишіть роль, не ім’я: «{ $role }». Ці речення потрапляють і до відкритих даних, а там імен немає.
desk-fault-no-picture = Це не фотографія, яку ми можемо прочитати. Виберіть JPEG або PNG.

### End of the desk
party-ask = Надіслати запит
find-ask = Запитати всіх у кварталі
find-ask-in = Ви самі допомагаєте людям? Увійдіть і запитайте всіх у кварталі.

### Asking to be on the map

candidate-title = Попросіть додати вашу групу
candidate-lead = Вашої групи чи організації ще немає на карті допомоги (sociale kaart)? Попросіть тут. Вирішує муніципалітет { $name }.
candidate-name = Як називається ваша група чи організація?
candidate-sphere = Хто ви?
candidate-informal = Ми мешканці району або волонтери
candidate-formal = Ми організація з найманими працівниками
candidate-summary = Що ви робите?
candidate-summary-hint = Одне або два речення. Без імені, адреси чи номера мешканця.
candidate-reach = Як з вами зв’язатися?
candidate-reach-hint = Одна електронна адреса або один номер телефону групи, не ваш особистий. Якщо муніципалітет погодиться, це зможуть прочитати всі.
candidate-kept = Ви не з’явитеся на карті одразу. Спершу вирішує муніципалітет. Якщо «так», це буде на карті. Якщо «ні», це зникне через тридцять днів. Якщо ніхто не вирішить, це зникне через дев’яносто днів.
candidate-many = Зараз на рішення чекає забагато прохань. Спробуйте за кілька днів або зателефонуйте до муніципалітету.
candidate-send = Надіслати
candidate-thanks = Дякуємо
candidate-thanks-lead = Ваше прохання надіслано. Муніципалітет { $name } його розгляне. До того часу вас немає на карті.
candidates = Хто хоче бути на карті?
candidates-lead = Вони просять бути на карті допомоги. Поки ви не погодитеся, цього ніхто більше не бачить.
candidates-none = Зараз немає прохань.
candidate-reach-at = Зв’язок:
candidate-asked = Дата прохання: { $day }
candidate-yes = Додати на карту
candidate-no = Ні, краще не треба
candidate-no-note = Прохання зникне зі списку. Група не отримає повідомлення.
candidate-no-sure = Так, відмовити
candidate-said-no = Ви відмовили. Прохання більше немає в списку.
candidate-was-yes = На це вже погодилися. Ця група є на карті.
candidate-was-no = У цьому вже відмовили.
desk-candidates-waiting = Хтось хоче бути на карті допомоги ({ $count })
desk-fault-no-choice = Виберіть одну з відповідей.
desk-fault-tells = Не пишіть цього тут: «{ $words }». Це може стосуватися мешканця.
desk-fault-no-reach = Напишіть одну електронну адресу або один номер телефону, без інших слів.

### End of asking to be on the map
