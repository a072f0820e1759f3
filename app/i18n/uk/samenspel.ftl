# Reviewed by: nobody yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = Виберіть свій муніципалітет
choose-municipality-lead = За цією адресою є кілька муніципалітетів (gemeente). Який ви шукаєте?
no-municipality = Тут ще немає муніципалітету.
database-away = Сайт зараз не має доступу до даних. Спробуйте ще раз за хвилину.
machine-says = Зараз це неможливо. Адміністратор цього сайту знає чому.
wrong-method = За цією адресою цього зробити не можна. Поверніться й спробуйте на самій сторінці.
too-slow = Надсилання тривало занадто довго. Перевірте з’єднання й спробуйте ще раз.
too-busy = Відповідь тривала занадто довго. Спробуйте ще раз за хвилину.
not-understood = Ми не зрозуміли, що надіслав ваш браузер. Поверніться й спробуйте ще раз.
too-often-for-programs = Надійшло забагато запитів одночасно. Спробуйте ще раз за { $seconds } с.
