# Reviewed by: nobody yet.
# البيانات المفتوحة: ما يمكن للآخرين استخدامه، والورقة التي تؤخذ في الطريق.

open-title = بيانات مفتوحة
open-lead = الخريطة الاجتماعية في { $name } ملك للجميع. يمكنك استخدام هذه البيانات في موقعك أو تطبيقك أو بحثك.
open-sources = المصادر
open-files = الملف الكامل
open-files-none = يجري الآن إعداد الملفات. عد بعد بضع دقائق.
open-files-text = جميع الجهات ({ $parties }) وكل ما تقدمه ({ $offers }) على هذا الموقع.
open-file-json = HSDS JSON ({ $size })
open-file-tables = جداول، zip ({ $size })
open-made = أُعدّ في { $day }، { $time }
open-often = من جديد كل يوم. هل تغيّر شيء للتو؟ إذن نعدّ الملف من جديد أولًا، وقد يستغرق ذلك لحظة.
open-files-not-now = لا نستطيع إعداد الملف الآن. حاول مرة أخرى بعد دقيقة.
open-licence = الترخيص
open-licence-text = ما كتبته هذه البلدية بنفسها يمكنك استخدامه بحرية إذا ذكرت مصدره:
open-licence-sources = جزء منها يأتي من جهات أخرى، ويسري عليه ترخيصها. يُذكر المصدر مع كل معلومة.
open-interface = الربط ببرنامج آخر
open-interface-text = تقرأ البرامج الخريطة عبر HSDS 3.0، وهو معيار الخرائط الاجتماعية. لا حاجة إلى مفتاح.
open-interface-about = أي معيار وأي ملف تعريف
open-interface-offers = الخدمات
open-interface-parties = الجهات
open-interface-places = الخدمات في أماكنها
open-interface-taxonomies = قائمة المواضيع
open-interface-themes = المواضيع
open-interface-openapi = وصف للمبرمجين (OpenAPI)
open-interface-profile = ملف التعريف الهولندي
open-never = ما لا يوجد فيها أبدًا
open-never-names = أسماء الناس وصورهم. فقط دورهم.
open-never-secret = العناوين السرية.
open-never-hidden = ما لم يراجعه أحد منذ مدة طويلة.
open-never-residents = أي شيء عن السكان. نحن لا نحتفظ بذلك.

leaflet-title = من يساعد في { $name }
leaflet-lead = كما ورد في الخريطة الاجتماعية في { $day }. اتصل قبل أن تذهب.
leaflet-nobody = لا أحد في هذا الحي على الخريطة بعد.
leaflet-beside = لغة ثانية بجانبها
leaflet-alone = لغة واحدة
leaflet-how = اطبع هذه الورقة من متصفحك. حجمها A4.
leaflet-more = { $count ->
    [one] هناك جهة أخرى ({ $number }) لا تتسع لها هذه الورقة، وهي على الموقع.
   *[other] هناك جهات أخرى ({ $number }) لا تتسع لها هذه الورقة، وهي على الموقع.
}
leaflet-call = اتصل
leaflet-what-for = لأي شيء
leaflet-themes = الموضوع
leaflet-way = كيف
leaflet-when = متى
leaflet-languages = اللغات
leaflet-room = هل يوجد مكان
leaflet-confirmed = هل هذا صحيح

no-unknown = لا نعرف هنا السؤال “{ $name }”. نعرف: { $known }.
no-twice = “{ $name }” مكتوب مرتين. اكتبه مرة واحدة.
no-unreadable = لا يمكن قراءة هذا العنوان: فيه رموز ليست UTF-8.
no-number = يجب أن يكون “{ $name }” عددًا من 1 فما فوق، وللأعمار من 0 فما فوق.
no-yes-or-no = “{ $name }” هو true أو false.
no-id = يجب أن يكون “{ $name }” معرّفًا: UUID من 36 رمزًا.
no-date = يجب أن يكون “{ $name }” يومًا أو لحظة، مثل 2026-11-25 أو 2026-11-25T09:00:00Z.
no-time = يجب أن يكون “{ $name }” وقتًا، مثل 09:00.
no-day = “day” هو يوم: MO أو TU أو WE أو TH أو FR أو SA أو SU.
no-postcode = “postcode” أربعة أرقام، أو أربعة أرقام وحرفان، مثل 9927 AB.
no-distance = “proximity” عدد من الأمتار من 0 فما فوق.
no-distance-alone = “proximity” يعمل فقط مع “postcode”.
no-word = “{ $name }” إحدى هذه الكلمات: { $known }.
no-area = “area” هو رمز CBS لحي أو منطقة، مثل WK036301 أو BU03630100.
no-too-many = هذا العدد لا تتسع له الصفحة. اطلب { $most } على الأكثر.
no-page = الصفحة { $page } غير موجودة. عدد الصفحات { $pages }.
no-there = هذا غير موجود.
no-moved = دُمج هذا مع غيره. تجده الآن هنا: { $path }
no-method = يمكنك هنا القراءة فقط. استخدم GET.
no-busy = لا يمكن قراءة البيانات الآن. حاول بعد بضع ثوانٍ.
no-fault = حدث خطأ من جانبنا. أبلغ عن هذا الرقم: { $reference }.
