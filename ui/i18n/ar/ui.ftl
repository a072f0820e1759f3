# Reviewed by: nobody yet.
# Words of the layout and the components. Plain Modern Standard Arabic.

skip = انتقل إلى المحتوى
menu = القائمة الرئيسية
menu-neighbourhood = الحي
menu-today = اليوم
menu-search = البحث
menu-map = الخريطة
menu-desk = الإدارة
menu-me = مكاني
menu-sign-in = الدخول
who-you-are = من أنت
municipality = بلدية { $name }
description = من يساعد في ماذا في { $municipality }؟ مجموعات الحي والمؤسسات في مكان واحد.
demo-label = عن هذا المثال
demo = هذا مثال فقط. بلدية { $name } غير موجودة. جميع الأسماء والعناوين خيالية.
offline = لا يوجد اتصال. حاول مرة أخرى بعد قليل.
line-lost = لا يوجد اتصال. نصكم ما زال هنا. حاولوا بعد قليل.
signed-out = لم تعودوا مسجلي الدخول هنا. نصكم ما زال هنا. سجّلوا الدخول في علامة تبويب أخرى. هل تعملون لأكثر من جهة؟ اختاروا هناك أيضًا لأي جهة. ثم عودوا إلى هنا وأرسلوا مرة أخرى.
languages = اللغة
about = عن هذا الموقع
about-privacy = بياناتك ومن يراها
about-help = المساعدة في استخدام الموقع
about-accessibility = سهولة الوصول
about-sources = المصادر
not-reviewed = لم يراجع هذه الترجمة بعدُ شخص لغته الأم العربية. هل ترى خطأ؟ أخبرنا من فضلك.

sphere-informal = من الحي
sphere-formal = مؤسسة
sphere-resident = من السكان

search = ابحث
optional = (يمكن تركه فارغًا)
error = خطأ:
errors-label = ما يحتاج إلى تصحيح
errors = { $count ->
    [zero] لا يوجد ما يحتاج إلى تصحيح.
    [one] يوجد أمر واحد يحتاج إلى تصحيح.
    [two] يوجد أمران يحتاجان إلى تصحيح.
    [few] توجد { $count } أمور تحتاج إلى تصحيح.
    [many] يوجد { $count } أمرًا يحتاج إلى تصحيح.
   *[other] يوجد { $count } أمر يحتاج إلى تصحيح.
}
breadcrumb = أين أنت
pages = الصفحات
page-previous = السابق
page-next = التالي
page-of = الصفحة { $page } من { $pages }
page-now = الصفحة { $page }
progress = { $done } من { $of }
step-done = تم:
step-now = الآن:
step-later = لاحقًا:
does = هذا ما نقوم به
does-not = هذا ما لا نقوم به
figure-table = المعلومات نفسها في جدول

not-there = هذه الصفحة غير موجودة
not-there-text = ربما نُقلت الصفحة، أو أن العنوان غير صحيح تمامًا. لم ترتكب أي خطأ.
not-allowed = لا يمكنك القيام بهذا هنا
not-allowed-text = دورك لا يسمح بهذا. اسأل المسؤول في بلديتك.
not-yet = هذا غير ممكن بعد
fault = حدث خطأ عندنا
fault-text = هذا ليس خطأك. لقد سجّلنا ما حدث. حاول مرة أخرى بعد بضع دقائق.
reference = إذا اتصلت بنا أو كتبت إلينا، فاذكر هذا الرقم:
too-big = الحجم كبير جدًا
too-big-text = الملف أو النص أكبر من المسموح. صغّره ثم حاول مرة أخرى.
too-often = انتظر قليلًا من فضلك
too-often-text = وصلت طلبات كثيرة جدًا في وقت واحد. انتظر دقيقة ثم حاول مرة أخرى.
read-only = يمكنك القراءة فقط الآن
read-only-text = نعمل حاليًا على الموقع. البحث والقراءة متاحان كالمعتاد. هكذا تجد أرقام الهاتف أيضًا. ستتمكن من إجراء التغييرات لاحقًا.
read-only-call = الأمر لا يحتمل الانتظار؟ اتصل على
to-start = إلى البداية
to-search = ابحث عن مساعدة
to-help = المساعدة في استخدام الموقع

style = التصميم
style-lead = جميع عناصر الصفحات في كل حالة. هكذا ترى فورًا أثر أي تغيير.
style-themes = اختر بلدية
style-components = العناصر
style-street = الشارع
style-street-text = الدائرة من الحي، والمربع مؤسسة، والبيت من السكان. الكرة عند من عليه الدور الآن.
style-icons = الرموز
style-nothing = لا يوجد شيء هنا، وهذا هو المقصود.
style-empty = فارغ
style-ordinary = عادي
style-longest = الأطول
style-refused = مرفوض
