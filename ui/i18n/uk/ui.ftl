# Reviewed by: nobody yet.
# Words of the layout and the components. Ви, short.

skip = Перейти до вмісту
menu = Головне меню
menu-neighbourhood = Квартал
menu-today = Сьогодні
menu-search = Пошук
menu-map = Карта
menu-desk = Керування
menu-me = Моє місце
menu-sign-in = Увійти
who-you-are = Хто ви
municipality = муніципалітет { $name } (gemeente)
description = { $municipality }: хто і чим допомагає? Групи сусідів та організації в одному місці.
demo-label = Про цей приклад
demo = Це приклад. { $name } не існує. Усі імена й адреси вигадані.
offline = Немає з’єднання. Спробуйте ще раз трохи пізніше.
languages = Мова
about = Про цей сайт
about-privacy = Ваші дані й хто їх бачить
about-help = Допомога з цим сайтом
about-accessibility = Доступність
about-sources = Джерела
not-reviewed = Цей переклад ще не перевірила людина, для якої українська — рідна мова. Бачите помилку? Повідомте нам.

sphere-informal = Від сусідів
sphere-formal = Організація
sphere-resident = Мешканець

search = Шукати
optional = (можна не заповнювати)
error = Помилка:
errors-label = Що ще треба виправити
errors = { $count ->
    [one] Треба виправити ще { $count } річ.
    [few] Треба виправити ще { $count } речі.
   *[many] Треба виправити ще { $count } речей.
}
breadcrumb = Де ви зараз
pages = Сторінки
page-previous = Попередня
page-next = Наступна
page-of = Сторінка { $page } з { $pages }
page-now = Сторінка { $page }
progress = { $done } з { $of }
step-done = Готово:
step-now = Зараз:
step-later = Пізніше:
does = Це ми робимо
does-not = Цього ми не робимо
figure-table = Те саме в таблиці

not-there = Цієї сторінки немає
not-there-text = Можливо, її перенесли або адреса не зовсім правильна. Ви нічого не зробили не так.
not-allowed = Тут цього зробити не можна
not-allowed-text = Ваша роль цього не дозволяє. Запитайте адміністратора свого муніципалітету.
not-yet = Це ще неможливо
fault = У нас щось пішло не так
fault-text = Це не ваша провина. Ми записали, що сталося. Спробуйте ще раз за кілька хвилин.
reference = Телефонуєте чи пишете нам? Назвіть цей номер:
too-big = Це завелике
too-big-text = Файл або текст не вміщується. Зменште його й спробуйте ще раз.
too-often = Зачекайте трохи
too-often-text = Надійшло дуже багато запитів одночасно. Зачекайте хвилину й спробуйте ще раз.
read-only = Зараз можна лише читати
read-only-text = Ми трохи працюємо над сайтом. Шукати й читати можна, як завжди. Номери телефонів теж доступні. Змінювати щось можна буде трохи пізніше.
read-only-call = Справа не може чекати? Зателефонуйте:
to-start = На початок
to-search = Шукати допомогу
to-help = Допомога з цим сайтом

style = Стиль
style-lead = Усі частини сторінок, у кожному стані. Так одразу видно, що дає зміна.
style-themes = Виберіть муніципалітет
style-components = Частини
style-street = Вулиця
style-street-text = Круг — це від сусідів, квадрат — організація, будинок — мешканець. М’яч у того, хто зараз має щось зробити.
style-icons = Знаки
style-nothing = Тут нічого не видно, і так має бути.
style-empty = Порожнє
style-ordinary = Звичайне
style-longest = Найдовше
style-refused = Відхилене
