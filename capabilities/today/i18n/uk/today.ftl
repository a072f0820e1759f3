# Reviewed by: nobody yet.
# Vandaag.

today = Сьогодні
today-hello = Вітаємо, { $name }. Ось що на вас чекає і що діється у вашому кварталі.
today-ask = Запитати всіх у кварталі
today-find = Знайти групу чи організацію
today-mine = Ваша черга
today-nothing = На вас нічого не чекає
today-nothing-note = Чудово. Маєте власний запит? Сміливо надсилайте.
today-answered = Вам відповіли
today-look-back = Як усе пройшло?
today-theirs = Ви чекаєте на інших
today-for-all = Відкрито в кварталі
today-fresh = Нове або щойно перевірене
today-all-questions = Усі запити вашої групи чи організації
today-all-handovers = Усі передачі вашої групи чи організації
