# Reviewed by: nobody yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = اختر بلديتك
choose-municipality-lead = توجد أكثر من بلدية على هذا العنوان. أي بلدية تبحث عنها؟
no-municipality = لا توجد بلدية هنا بعد.
database-away = لا يستطيع الموقع الوصول إلى بياناته الآن. حاول مرة أخرى بعد دقيقة.
machine-says = لا يمكن ذلك الآن. مسؤول هذا الموقع يعرف السبب.
wrong-method = لا يمكن ذلك على هذا العنوان. ارجع وحاول من الصفحة نفسها.
too-slow = استغرق الإرسال وقتًا طويلًا. تحقق من اتصالك وحاول مرة أخرى.
too-busy = استغرق الرد وقتًا طويلًا. حاول مرة أخرى بعد دقيقة.
not-understood = لم نفهم ما أرسله متصفحك. ارجع وحاول مرة أخرى.
too-often-for-programs = وصلت طلبات كثيرة جدًا في وقت واحد. حاول مرة أخرى بعد { $seconds } ثانية.
