# Reviewed by: nobody yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = مفتوح الآن حتى { $time }
opens-today = اليوم في { $time }
opens-tomorrow = غدًا في { $time }
opens-day = { $day } في { $time }
days-two = { $first } و{ $last }
days-span = من { $first } إلى { $last }
way-walk-in = بدون موعد
way-appointment = بموعد
way-phone = بالهاتف
way-home-visit = زيارة في البيت
way-online = عبر الإنترنت
capacity-open = يوجد مكان
capacity-few = بقيت أماكن قليلة
capacity-waiting = قائمة انتظار
capacity-closed = لا يوجد مكان الآن
capacity-unknown = لا نعرف إن كان هناك مكان
age-ageing = لم تُراجَع منذ مدة
age-stale = لم تُراجَع منذ زمن طويل. اتصل أولًا.
age-hidden = قديمة جدًا. لم يعد الزوار يرونها.

# Themes.
theme-all-of = { $theme }: الكل
theme-in-general = بشكل عام
themes-title = المواضيع
themes-lead = كل ما يمكن أن تجد فيه مساعدة، بكلمات بسيطة. اختر موضوعًا لترى من يساعد.
themes-none = لا توجد مواضيع بعد.
themes-count = عروض مساعدة
themes-nothing = (لا توجد مساعدة هنا بعد)
themes-official = الأسماء الرسمية
themes-mapping = الأسماء الرسمية من قائمة منتجات البلديات الهولندية (Uniforme Productnamenlijst).
start-all-themes = كل المواضيع
start-often-themes = المواضيع التي فيها أكثر مساعدة

# Who looked at it, and where it came from.
not-checked = لم يراجعها إنسان بعد
checked-on = تمت المراجعة في { $day }
checked-by = من قِبل
age-advice = قد تكون بعض المعلومات تغيّرت. اتصل أو اكتب قبل أن تذهب.
source = المصدر:
licence = الترخيص:
about-sources-link = عن المصادر
source-dropped = لم يعد المصدر يذكر هذا منذ { $day }.

# The list.
list-title = من يفعل ماذا؟
search-question = ما المساعدة التي تبحث عنها؟
list-all = { $count ->
    [zero] لا توجد أماكن
    [one] مكان واحد يمكنك اللجوء إليه
    [two] مكانان يمكنك اللجوء إليهما
    [few] { $number } أماكن يمكنك اللجوء إليها
   *[other] { $number } مكانًا يمكنك اللجوء إليه
}
list-found = { $count ->
    [zero] لم نجد أحدًا
    [one] مكان واحد يساعد في هذا
    [two] مكانان يساعدان في هذا
    [few] { $number } أماكن تساعد في هذا
   *[other] { $number } مكانًا يساعد في هذا
}
worlds = من الحي أو مؤسسة
worlds-both = كلاهما
shorter = اجعل القائمة أقصر
choose-theme = ما الموضوع؟
any-theme = كل شيء
choose-language = ما اللغة التي تتحدثها؟
any-language = كل اللغات
choose-area = في أي حي؟
any-area = في كل مكان
whole-district = كل { $name }
choose-near = بالقرب من أي مكان؟
choose-near-hint = حي، أو أربعة أرقام من الرمز البريدي، أو اسم مكان
near = بالقرب من
distance-metres = { $number } متر
distance-kilometres = { $number } كم
found-read-as = بحثنا عن: { $words }
walk-into = اسأل في الحي
walk-into-text = يمكنك الدخول إلى مجموعات السكان هذه بدون موعد. غالبا ما يعرفون من يستطيع مساعدتك.
suggestions = هل تقصد واحدا من هذه؟
choose-day = في أي يوم؟
any-day = كل الأيام
choose-capacity = هل يوجد مكان؟
any-capacity = لا يهم
choose-show = اعرض
chosen = اختياراتك
drop = احذف:
choice-unknown = أحد الاختيارات غير معروف لدينا، فتركناه.
postcode-unknown = لا نعرف أين يقع الرمز البريدي { $postcode }. اختر منطقتك أو حيّك.
question-shortened = كان سؤالك طويلًا جدًا. بحثنا ببدايته فقط.
found-loosely = لا شيء يطابق كل كلماتك. هذه تطابق بعضها.
map = خريطة
map-of-list = الأرقام تخص القائمة. الدائرة من الحي، والمربع مؤسسة.
page-gone = هذه الصفحة غير موجودة
page-gone-text = القائمة فيها صفحات أقل: { $pages }.
page-last = إلى الصفحة الأخيرة
nothing-yet = لا أحد هنا بعد
nothing-yet-text = عندما تنضم مجموعة أو مؤسسة ستجدها هنا.
nobody-found = لم نجد أحدًا
nobody-found-text = اختياراتك معًا ضيقة جدًا. اترك واحدًا منها:
nobody-found-words = جرّب كلمة أخرى، أو انظر في القائمة كلها.
nobody-found-choices = حتى لو حذفت أحد اختياراتك فلن تجد أحدًا. انظر في القائمة كلها.
without = بدون
list-everything = عرض الكل ({ $number })
missing-title = هل مجموعتك غير موجودة؟
missing-text = المجموعة الصغيرة لها مكان هنا أيضًا. لا يلزم أن تكونوا مؤسسة.
missing-link = اطلب إضافة مجموعتك

# A party and an offer.
party-facts = التواصل والمكان والأحياء
call = اتصل
mail = أرسل بريدًا
call-for = يمكنك الاتصال بنا من أجل
not-for = هذا لا نفعله
party-hand-over = سلّموا المساعدة بدفء
party-offers = ما يمكنك فعله هنا
party-people = الأشخاص الذين ستلتقي بهم
works-gladly = هكذا نحب أن نعمل معًا
lived-experience = من تجربتنا نحن
reach-us = كيف تصل إلينا
room-now = هل يوجد مكان الآن؟
languages-spoken = اللغات
areas-served = أين نعمل
serves-all = في كل { $name }
serves-unknown = لم يُكتب ذلك بعد.
something-wrong = هل هناك خطأ؟
map-of-party = هنا تجدنا.
where = أين
address-secret = العنوان سري. اتصل أولًا.
mail-returns = الرسائل إلى هذا العنوان ترجع. لا يرى الزوار العنوان حتى يتغير أو يقول أحد إنه صحيح.
address-unknown = لم يُكتب العنوان بعد.
offer-facts = من يفعل هذا وأين
map-of-offer = هنا المكان.
when = متى
when-table = الأوقات خلال الأسبوع
day = اليوم
open = مفتوح
for-whom = لمن
way-in = كيف تدخل
cost = كم يكلف
more-about = المزيد عن هذا

# Areas.
areas-title = المناطق والأحياء
areas-lead = اختر حيًا. سترى من يوجد هناك ومن يأتي إليه.
areas-none = لا توجد أحياء هنا بعد
areas-none-text = يمكنك البحث كالمعتاد.
area-district = منطقة في { $name }
area-neighbourhood = حي في { $name }
area-find = ابحث عن مساعدة في هذا الحي
area-leaflet = ورقة للطباعة
area-reciprocity = الأسئلة والأجوبة في الاتجاهين
area-facts = خريطة وأرقام
map-of-area = هذا الحي وما حوله. الدائرة من الحي، والمربع مؤسسة.
area-here = { $count ->
    [zero] لا أحد له مكان هنا
    [one] واحد له مكان هنا
    [two] اثنان لهما مكان هنا
    [few] { $number } لهم مكان هنا
   *[other] { $number } لهم مكان هنا
}
area-working = { $count ->
    [zero] لا أحد يعمل هنا أيضًا
    [one] واحد يعمل هنا أيضًا
    [two] اثنان يعملان هنا أيضًا
    [few] { $number } يعملون هنا أيضًا
   *[other] { $number } يعملون هنا أيضًا
}
area-all = عرضهم جميعًا
area-inside = الأحياء في هذه المنطقة
area-neighbours = الأحياء المجاورة
gaps-title = هذا موجود في الجوار
gap-nobody = { $count ->
    [zero] لا توجد مساعدة في «{ $theme }» هنا بعد.
    [one] في حي مجاور واحد توجد مساعدة في «{ $theme }». هنا لا توجد بعد.
    [two] في حيين مجاورين توجد مساعدة في «{ $theme }». هنا لا توجد بعد.
    [few] في { $count } أحياء مجاورة توجد مساعدة في «{ $theme }». هنا لا توجد بعد.
   *[other] في { $count } حيًا مجاورًا توجد مساعدة في «{ $theme }». هنا لا توجد بعد.
}
gap-informal = { $count ->
    [zero] لا أحد من الحي يساعد هنا في «{ $theme }» بعد.
    [one] في حي مجاور واحد يساعد شخص من الحي في «{ $theme }». هنا لا أحد من الحي بعد.
    [two] في حيين مجاورين يساعد أشخاص من الحي في «{ $theme }». هنا لا أحد من الحي بعد.
    [few] في { $count } أحياء مجاورة يساعد أشخاص من الحي في «{ $theme }». هنا لا أحد من الحي بعد.
   *[other] في { $count } حيًا مجاورًا يساعد أشخاص من الحي في «{ $theme }». هنا لا أحد من الحي بعد.
}
gap-formal = { $count ->
    [zero] لا مؤسسة تساعد هنا في «{ $theme }» بعد.
    [one] في حي مجاور واحد تساعد مؤسسة في «{ $theme }». هنا لا مؤسسة بعد.
    [two] في حيين مجاورين تساعد مؤسسات في «{ $theme }». هنا لا مؤسسة بعد.
    [few] في { $count } أحياء مجاورة تساعد مؤسسات في «{ $theme }». هنا لا مؤسسة بعد.
   *[other] في { $count } حيًا مجاورًا تساعد مؤسسات في «{ $theme }». هنا لا مؤسسة بعد.
}
figures = أرقام
figure-residents = شخصًا يعيشون هنا
figure-households = أسرة
figure-older = عمرهم 65 أو أكثر
figure-young = عمرهم أقل من 15
figures-year = من سنة { $year }.

# The first page.
start-title = ماذا يحدث في { $name }؟
start-sentence = هنا تجد { $informal ->
    [zero] مجموعات من الحي
    [one] مجموعة واحدة من الحي
    [two] مجموعتين من الحي
    [few] { $informal_number } مجموعات من الحي
   *[other] { $informal_number } مجموعة من الحي
} و{ $formal ->
    [zero] مؤسسات
    [one] مؤسسة واحدة
    [two] مؤسستين
    [few] { $formal_number } مؤسسات
   *[other] { $formal_number } مؤسسة
}.
start-sentence-empty = هنا ستجد من يمكنه مساعدتك.
start-empty = لا أحد هنا بعد
start-empty-text = هذه البلدية في البداية. هل أنتم مجموعة أو مؤسسة؟ يمكنكم أن تكونوا الأوائل.
search-hint = مثلًا بالهولندية: brief (رسالة)، schulden (ديون)
start-worlds = عالمان وحي واحد
start-informal = سكان يساعدون بعضهم: مجموعات ومتطوعون ومرافقون. هم يعرفون الحي.
start-formal = أشخاص هذا عملهم: فريق الحي والبلدية والرعاية الاجتماعية. هم يعرفون القواعد.
start-themes = ما الموضوع؟
start-districts = اختر منطقة
start-all-areas = كل المناطق والأحياء
start-map = عرض الكل على الخريطة
start-fresh = تمت مراجعتها حديثًا
start-all = عرض الجميع

# The map.
map-title = خريطة { $name }
map-none = لا توجد خريطة لهذه البلدية بعد
map-sentence = { $count ->
    [zero] لا أحد في { $name } له مكان على الخريطة بعد.
    [one] في { $name } مجموعة أو مؤسسة واحدة على الخريطة.
    [two] في { $name } مجموعتان أو مؤسستان على الخريطة.
    [few] في { $name } { $number } مجموعات ومؤسسات على الخريطة.
   *[other] في { $name } { $number } مجموعة ومؤسسة على الخريطة.
}
map-legend = الدائرة من الحي، والمربع مؤسسة. الرقم: هذا العدد في مكان واحد. كلما كان الحي أغمق كان العدد أكبر.
map-table = الشيء نفسه كقائمة
map-nobody = لا أحد هنا بعد ({ $number })
map-list = عرض هذا كقائمة مساعدة
map-district = المزيد عن هذه المنطقة
map-parties = من ستجد هنا
area = الحي

# About this site.
sources-title = المصادر
sources-lead = هنا تقرأ من أين جاءت المعلومات ومن أي تاريخ وما يُسمح لك أن تفعل بها.
sources-fiction = { $name } غير موجودة
sources-fiction-text = كل الأشخاص والمجموعات والعناوين وأرقام الهواتف والخرائط في هذا الموقع مختلقة. يمكنك تجربة كل شيء براحة.
sources-none = لا توجد مصادر خارجية
sources-none-text = كل ما هنا كتبه أناس من البلدية والمجموعات والمؤسسات بأنفسهم.
source-dated = المعلومات من { $day }.
source-imported = وُضعت هنا في { $day }.
sources-yours = ما تحكيه المجموعات عن نفسها
sources-yours-text = هل راجع إنسان المعلومات؟ إذن كلامه أولًا. ولا يمحوه أي مصدر خارجي.
sources-code = البرنامج حر. يمكن للجميع استخدامه وقراءته وتحسينه (EUPL 1.2). الخط اسمه Rubik (OFL).
sources-open = يمكنك استخدام بيانات هذا الموقع في موقعك أو تطبيقك.
sources-open-link = إلى البيانات المفتوحة
privacy-title = بياناتك ومن يراها
privacy-lead = لا نحتفظ بأي شيء عنك. لا تحتاج إلى تسجيل الدخول لكي تبحث.
privacy-stored = ما نحتفظ به
privacy-stored-1 = ما تفعله المجموعات والمؤسسات وأين ومتى.
privacy-stored-2 = اسم وصورة شخص يمكنك الاتصال به. فقط إذا وافق هذا الشخص.
privacy-stored-3 = متى راجع شخص المعلومات وبأي صفة. لا نحفظ من هو.
privacy-stored-4 = اللغة التي تختارها. تبقى في ملف صغير (كوكي) على هاتفك أو جهازك.
privacy-stored-5 = هل تشاركون باسم مجموعة أو مؤسسة؟ عندها نحفظ اسمكم وطريقة دخولكم وأسئلتكم وأجوبتكم، وعنوان بريدكم إذا أردتم الرسائل. يُحذف السؤال بعد ثلاثين يومًا من نهايته.
privacy-stored-6 = هل تطلب مجموعتكم الظهور على الخريطة؟ عندها لا يرى ما تكتبونه إلا البلدية حتى تقرر. بعد الموافقة يظهر على الخريطة. بعد الرفض يُحذف بعد ثلاثين يومًا. إذا لم يقرر أحد، يُحذف بعد تسعين يومًا.
privacy-never = ما لا نحتفظ به أبدًا
privacy-never-1 = من أنت وأين تسكن وعمّا بحثت هنا.
privacy-never-2 = رقمك الوطني (BSN).
privacy-never-3 = درجات أو قوائم تقارن بين الناس.
privacy-never-4 = معلومات لمراقبة الناس أو معاقبتهم.
privacy-never-5 = ما تفعله في مواقع أخرى. هذا الموقع لا يجلب شيئًا من غيره ولا أحد يراقبك.
privacy-secret = الأماكن السرية
privacy-secret-1 = لا نحتفظ بعنوان مأوى يجب أن يبقى آمنًا. ولا حتى مخفيًا. لا يوجد في أي مكان.
privacy-self = هل اسمك موجود هنا؟
privacy-self-1 = يمكنك دائمًا أن تقول: احذفوا اسمي أو صورتي. عندها تُحذف فورًا.
privacy-self-2 = مجموعتكم لا تريد أن تكون هنا؟ نتذكر هذا فقط، ولن تعود المجموعة.
privacy-who = من يرى ماذا
privacy-who-1 = ما هو على الخريطة يمكن للجميع قراءته. الأسئلة وعمليات التسليم لا تراها إلا الجهات المعنية. السؤال إلى الحي كله يراه كل من يشارك.
privacy-who-2 = هل تأخر رد؟ عندئذ يرى من يتابع المهل بين أي جهتين هو، وعن أي موضوع، وفي أي حي، وحتى متى. ولا يرى أبدًا ما قيل.
help-title = مساعدة في استخدام الموقع
help-lead = هنا تقرأ كيف يعمل الموقع.
help-search = البحث
help-search-1 = اكتب بكلمات قليلة ما تبحث عنه. باللغة الهولندية أفضل.
help-search-2 = اجعل القائمة أقصر بموضوع أو لغة أو حي أو يوم. المس الاختيار مرة أخرى لحذفه.
help-signs = دائرة ومربع
help-signs-1 = الدائرة تعني: من الحي. سكان يساعدون بعضهم.
help-signs-2 = المربع يعني: مؤسسة. أشخاص هذا عملهم.
help-checked = تمت المراجعة
help-checked-1 = عند كل مجموعة ترى متى راجع إنسان المعلومات. هل مضى وقت طويل؟ اتصل أولًا. وبعد مدة نزيل المعلومات القديمة.
help-wrong = هل هناك خطأ؟
help-wrong-1 = أخبر المجموعة أو المؤسسة نفسها، أو اتصل ببلدية { $name }. عندها نصحح ذلك.
help-join = إضافة مجموعتك
help-join-1 = المجموعة الصغيرة لها مكان هنا أيضًا. لا يلزم أن تكونوا مؤسسة، ولا أن تخبروا شيئًا عن السكان.
help-join-2 = يمكنك أيضًا الاتصال ببلدية { $name } أو مراسلتها.
help-urgent = هل الأمر خطير؟
help-urgent-1 = هل هناك خطر؟ اتصل بالرقم 112. هذا الموقع ليس للطوارئ.
access-title = سهولة الوصول
access-lead = يجب أن يستطيع الجميع استخدام هذا الموقع. نحن نعمل على ذلك.
access-works = ما يعمل
access-works-1 = يمكنك فعل كل شيء بلوحة المفاتيح فقط.
access-works-2 = كل شيء يعمل بدون برامج إضافية وعلى هاتف قديم.
access-works-3 = مع كل صورة جملة تقول ما تراه، والشيء نفسه كقائمة.
access-works-4 = يمكن تكبير الحروف مرتين. الوضع الداكن والتباين يتبعان إعداداتك.
access-not-yet = ما ليس جيدًا بعد
access-not-yet-1 = المجموعات تكتب بالهولندية. لا نترجم هذا النص بعد.
access-not-yet-2 = الأسماء على الخريطة صغيرة في الهاتف الصغير. استخدم القائمة أسفلها.
access-not-yet-3 = لم يختبر أشخاص ذوو إعاقة الموقع معنا بعد.
access-tell = هل واجهت صعوبة؟
access-tell-1 = أخبر بلدية { $name }. قل في أي صفحة حدثت المشكلة.

### End of the pages for visitors

## Importing
import-fate-refused = مرفوض
import-fate-left-out = متروك
import-fate-kept = أُبقي كما كان
import-fate-gone = لم يعد في المصدر
import-fate-mended = مُصلَح
import-fate-noted = للمراجعة
import-reason-no-name = لا يوجد اسم.
import-reason-no-key = ليس له رقم خاص.
import-reason-double-key = ورد هذا الرقم من قبل في الملف.
import-reason-no-party = لم يُذكر إلى أي منظمة أو مجموعة ينتمي هذا.
import-reason-unknown-party = الجهة التي ينتمي إليها غير موجودة في الملف.
import-reason-unknown-place = المكان الذي ينتمي إليه غير موجود في الملف.
import-reason-unknown-offer = العرض الذي ينتمي إليه غير موجود في الملف.
import-reason-too-long = النص طويل جدًا.
import-reason-bad-point = النقطة على الخريطة غير صحيحة.
import-reason-swapped-point = كان رقما النقطة معكوسين.
import-reason-bad-date = التاريخ غير صحيح.
import-reason-bad-time = الوقت غير صحيح.
import-reason-bad-phone = هذا ليس رقم هاتف.
import-reason-bad-email = هذا ليس عنوان بريد إلكتروني.
import-reason-bad-website = هذا ليس عنوان موقع.
import-reason-unknown-language = لا نعرف هذه اللغة.
import-reason-unknown-theme = لا نعرف هذا الموضوع.
import-reason-unknown-area = لا نعرف هذه المنطقة.
import-reason-lost-accent = ضاع هنا حرف عليه علامة.
import-reason-rounded-key = تم تقريب الرقم في جدول حسابي.
import-reason-marker = كانت فيه علامات من برنامج آخر وحُذفت.
import-reason-literal-newline = كان في النص "\n" فأصبح سطرًا جديدًا.
import-reason-several-keys = كانت هناك عدة أرقام في خانة واحدة.
import-reason-backtick = كانت فيه علامة خاطئة وأصبحت فاصلة عليا.
import-reason-markup = كان فيه رمز من موقع وحُذف.
import-reason-wrong-columns = في هذا السطر خانات أكثر أو أقل من اللازم.
import-reason-unclosed-quote = علامة اقتباس غير مغلقة.
import-reason-not-text = هذا ليس نصًا مقروءًا.
import-reason-inactive = يقول المصدر: لم يعد هذا موجودًا.
import-reason-internal = هذا ليس للجميع.
import-reason-person = لا نأخذ أسماء الأشخاص من ملف.
import-reason-do-not-list = هذه الجهة لا تريد أن تكون على الخريطة.
import-reason-same-record = هذا مكرر.
import-reason-cut-off = يتوقف الملف هنا فجأة.
import-reason-confidential = هذا مكان سري. لم يؤخذ عنوانه.
import-reason-unclear-confidential = كُتب عن السرية شيء لا نعرفه. نُبقي العنوان سريًا.
import-reason-not-used = ليس لهذا مكان على الخريطة.
import-reason-no-address = لا يوجد عنوان هنا.
import-reason-past = انتهى هذا بالفعل.
import-reason-confirmed = قال شخص إنه صحيح. يبقى كما هو.
import-reason-edited = غيّره شخص بنفسه أو أزال شيئًا منه. يبقى كما هو.
import-reason-removed = أزاله شخص من الخريطة. لا يعود.
import-reason-dropped = لم يعد هذا عند المصدر. يبقى مع علامة.
import-reason-near-area = تقع النقطة خارج الحي بقليل. أخذنا أقرب حي.
import-reason-outside-areas = لا تقع النقطة في أي حي من هذه البلدية.
import-reason-like-unwanted = هذه الجهة تشبه جهة لا تريد أن تكون على الخريطة. هل هي جهة أخرى؟ إذًا أضفها بنفسك إلى الخريطة.
import-reason-like-secret = لجهة بهذا الاسم مكان سري. انظروا هل يجوز أن يُعرف هذا العنوان. هل يجوز؟ إذًا أضيفوه بأنفسكم إلى الخريطة.
import-reason-new-theme = هذا الموضوع ليس موجودًا في بلديتك بعد. تتم إضافته. الشرح والاسم العربي لا يأتيان معه.
import-unreadable-empty = الملف { $file } فارغ.
import-unreadable-unknown = { $file } ليس جدولًا أو JSON أو zip نعرفه.
import-unreadable-not-text = { $file } ليس نصًا مقروءًا. هل هو ملف Excel؟ احفظه بصيغة CSV.
import-unreadable-needs-mapping = يحتاج { $file } إلى قائمة أعمدة. أعمدته: { $found }
import-unreadable-mapping = قائمة الأعمدة غير صحيحة في السطر { $line }: { $what }
import-unreadable-columns = ينقص { $file }: { $missing }. الموجود: { $found }
import-unreadable-no-table = الجدول { $wanted } غير موجود. الموجود: { $found }
import-unreadable-cut-off = يتوقف { $file } في المنتصف، السطر { $line } (الحرف { $column }). أحضر الملف مرة أخرى.
import-unreadable-bad-json = { $file } ليس JSON صحيحًا: انظر السطر { $line }، الحرف { $column }.
import-unreadable-no-records = لا توجد جهة ولا عرض في { $file }.
import-unreadable-bad-archive = ملف zip تالف.
import-unreadable-locked = { $file } في zip محمي بكلمة مرور. أنشئ zip بدونها.
import-unreadable-bomb = يكبر { $file } أكثر من { $ratio } مرة عند فتحه. لا نثق بذلك.
import-unreadable-too-big = هذا كبير جدًا: أكثر من { $max } بايت.
import-unreadable-too-many-files = فيه أكثر من { $max } ملف.
import-unreadable-escapes = يشير { $file } إلى خارج zip. لا نثق بذلك.
import-unreadable-link = { $file } رابط وليس ملفًا.
import-unreadable-broken = فشلت القراءة: { $why }
import-title = إدخال بيانات
import-lead = ضع الجهات والعروض من ملف على الخريطة. ترى أولًا ما سيتغير ثم تقرر.
import-what = ماذا يمكنك إدخاله؟
import-what-hsds = خريطة اجتماعية بصيغة HSDS: JSON أو جداول CSV. عدة جداول؟ ضعها معًا في zip واحد.
import-what-csv = جدول خاص بك بصيغة CSV مع قائمة أعمدة تبين معنى كل عمود.
import-what-geojson = نقاط على الخريطة بصيغة GeoJSON مع قائمة أعمدة.
import-what-not = لا نأخذ أبدًا أسماء الأشخاص ولا العناوين السرية.
import-field-file = الملف
import-field-file-hint = CSV أو JSON أو GeoJSON أو zip. لا يزيد عن 48 ميغابايت.
import-field-source = لمن هذه البيانات؟
import-field-source-hint = سيظهر هذا الاسم على الخريطة. استخدم الاسم نفسه كل مرة.
import-field-licence = الرخصة
import-field-licence-hint = هل يحق لك استخدام البيانات؟ مثلًا: CC BY 4.0
import-field-dated = من أي تاريخ؟
import-field-dated-hint = إن كنت تعرف. مثلًا: 2026-11-25
import-field-sphere = إذا لم يذكر الملف رسمي أو غير رسمي فهو:
import-field-mapping = قائمة الأعمدة
import-field-mapping-hint = مطلوبة فقط لجدولك الخاص أو للنقاط.
import-field-mapping-none = غير مطلوبة
import-field-own-mapping = أو ألصق قائمة أعمدتك هنا
import-look = أظهر ما سيتغير
import-wrong-file = اختر ملفًا.
import-wrong-large = الملف كبير جدًا. أكبر من 48 ميغابايت ممكن فقط بالأمر samenspel import.
import-wrong-source = اكتب لمن البيانات، في 120 حرفًا أو أقل.
import-wrong-licence = اكتب الرخصة في 120 حرفًا أو أقل.
import-wrong-dated = اكتب التاريخ هكذا: 2026-11-25.
import-earlier = أُدخلت سابقًا
import-earlier-none = لم يُدخل شيء بعد.
import-state-waits = ينتظر قرارك
import-state-applied = على الخريطة
import-column-when = متى
import-column-source = المصدر
import-column-state = الحالة
import-column-counts = جديد، متغير، ذاهب
import-preview-title = هذا ما سيتغير على الخريطة
import-done-title = هذا ما أُدخل
import-preview-lead = من { $file }، المصدر { $source }. لا شيء على الخريطة بعد.
import-done-lead = من { $file }، المصدر { $source }.
import-count-added = جديد
import-count-changed = متغير
import-count-same = كما هو
import-count-gone = لم يعد في المصدر
import-count-kept = أُبقي كما قال إنسان
import-count-left-out = متروك
import-count-refused = مرفوض
import-lines = ما الذي لم يمر من نفسه؟
import-lines-none = قُرئ كل شيء دون مشكلة.
import-lines-all = الكل
import-lines-csv = نزّل هذه القائمة (CSV)
import-lines-earlier = السابق
import-lines-later = التالي
import-lines-caption = الأسطر { $from } إلى { $to } من { $total }
import-column-fate = ماذا حدث
import-column-where = أين
import-column-key = الرقم
import-column-why = لماذا
import-where = { $file }، السطر { $line }
import-apply = ضع على الخريطة
import-discard = تخلّص منه
import-waits = يُحفظ هذا الملف يومًا واحدًا ثم يُحذف.
import-nothing-changes = لن يتغير شيء على الخريطة.
import-outdated = تغيرت الخريطة منذ نظرت. لم يُفعل شيء بعد. هذا ما سيتغير الآن.
import-already = تم هذا من قبل.
import-sphere-formal = رسمي: مؤسسة
import-sphere-informal = غير رسمي: من الحي
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: هل ما زال هذا صحيحًا؟
mail-greeting = إلى فريق { $party }،
mail-why-ageing = أنتم على الخريطة الاجتماعية. مضى وقت منذ أن تأكد أحد من أن كل شيء ما زال صحيحًا.
mail-why-stale = أنتم على الخريطة الاجتماعية. مضى وقت طويل منذ أن تأكد أحد من أن كل شيء ما زال صحيحًا. قريبًا ستقول الصفحة ذلك.
mail-why-hiding = أنتم على الخريطة الاجتماعية. لم يقل أحد إن كل شيء ما زال صحيحًا. إن لم تفعلوا شيئًا فلن تظهر صفحتكم، أو جزء منها، ابتداءً من { $day }.
mail-why-hidden = أنتم على الخريطة الاجتماعية. لم يقل أحد إن كل شيء ما زال صحيحًا. لذلك لا تظهر صفحتكم، أو جزء منها، الآن.
mail-choose = هل تختارون؟ لا حاجة إلى تسجيل الدخول.
mail-right = ما زال صحيحًا
mail-changed = تغيّر شيء
mail-off = احذفونا
mail-end = يعمل كل رابط مرة واحدة، حتى تصلكم الرسالة التالية. نراسلكم مرة واحدة في الأسبوع على الأكثر.
mail-from = تحية من الخريطة الاجتماعية في { $town }

answer-right-title = هل ما نقوله عن { $party } ما زال صحيحًا؟
answer-right-lead = بضغطة واحدة يعرف الجميع أنه صحيح. لا حاجة إلى تسجيل الدخول.
answer-right-button = نعم، ما زال صحيحًا
answer-as-it-stands = هذا هو المكتوب الآن
answer-see-all = انظروا كل ما تقوله الخريطة عنه
answer-off-title = هل نحذف { $party } من الخريطة؟
answer-off-lead = لن تظهروا بعد ذلك في أي مكان على الخريطة. نتذكر أنكم لا تريدون الظهور، حتى إذا أدخل أحد قائمة جديدة. يمكنكم تغيير رأيكم خلال سبعة أيام.
answer-off-running = الأسئلة وعمليات التسليم الجارية تتوقف، ولا تعود.
answer-off-button = نعم، احذفونا
answer-form-title = ماذا تغيّر لدى { $party }؟
answer-form-lead = غيّروا ما لم يعد صحيحًا. بعد الحفظ يظهر على الخريطة فورًا.
answer-form-rest = هل أضيف مكان أو عرض جديد، أو هل تعملون في أحياء أخرى؟ تواصلوا مع بلديتكم.
answer-form-button = احفظوا، هكذا صحيح
answer-left = لم نعد هنا. يُحذف هذا المكان من الخريطة.
answer-stopped = لم نعد نقدم هذا. يُحذف هذا العرض من الخريطة.
answer-thanks = شكرًا لكم
answer-thanks-right = يرى الجميع الآن أنه كان صحيحًا اليوم.
answer-thanks-changed = ما غيّرتموه ظاهر على الخريطة.
answer-put-away = أخفى المسؤول عن الخريطة هذه الصفحة، ويرى الآن أنها صحيحة. هل تريدون معرفة السبب؟ اسألوا بلديتكم.
answer-see = انظروا { $party } على الخريطة
answer-keep = حدّثوا بياناتكم
answer-gone = لم تعودوا على الخريطة
answer-gone-lead = كل ما كان هناك حُذف. نتذكر أنكم لا تريدون الظهور.
answer-gone-until = هل غيّرتم رأيكم؟ يمكنكم حتى { $day } إعادة كل شيء على الخريطة كما كان.
answer-gone-keep = احفظوا عنوان هذه الصفحة إن كنتم مترددين. إن ضاع منكم فيمكن للبلدية أيضًا إعادتكم خلال ذلك الأسبوع.
answer-back-button = أعيدونا إلى الخريطة
answer-gone-for-good = هل تريدون العودة لاحقًا؟ اسألوا بلديتكم.
answer-back = عدتم إلى الخريطة
answer-back-lead = عاد كل شيء على الخريطة كما كان.
answer-back-running = الأسئلة وعمليات التسليم التي كانت جارية توقفت، ولا تعود.
answer-back-people = هل كان لجهتكم أشخاص في Samenspel؟ ستدعوهم البلدية من جديد.
answer-unknown = لا نعرف هذا الرابط
answer-unknown-lead = تأكدوا من نسخ الرابط كاملًا من الرسالة. إن لم يعمل فانتظروا الرسالة التالية أو اتصلوا ببلديتكم.
answer-used = استُعمل هذا الرابط من قبل
answer-used-lead = في { $day } اختار أحد: { $answer }. بعد ذلك لا يعمل الرابط.
answer-used-see = انظروا ما حدث حينها
answer-over = هذا الرابط لم يعد يعمل
answer-over-lead = أُرسلت بعده رسالة أحدث، أو جرى التأكد من الصفحة أو حذفها بطريقة أخرى. استعملوا أحدث رسالة.
answer-start = إلى الخريطة الاجتماعية

ageing = ما يتقادم
ageing-lead = ما لم يتأكد منه أحد لوقت طويل يصبح قديمًا ثم يختفي من تلقاء نفسه. هنا ترون من يمكنكم الاتصال به.
ageing-groups = اختاروا ما تريدون رؤيته
ageing-no-address = بلا عنوان بريد
ageing-bounced = الرسائل لا تصل
ageing-hides-soon = يختفي قريبًا
ageing-no-answer = أُرسلت رسالة ولم يصل جواب
ageing-to-be-asked = ستصله رسالة
ageing-hidden = لم يعد ظاهرًا
ageing-nobody = لا أحد هنا الآن.
ageing-no-mail = لم يُضبط خادم بريد. لا تصل رسائل إلى أحد؛ اتصلوا بالجهات بأنفسكم.
ageing-since = جرى التأكد منه أو كُتب في { $day }
ageing-mail-sent = أُرسلت رسالة في { $day }
ageing-mail-bounced = عادت رسالة { $day }. تأكدوا من صحة العنوان.
ageing-mail-waits = تنتظر الرسالة خادم البريد
ageing-mail-failed = ليس مؤكدًا أن رسالة { $day } وصلت
ageing-mail-not-taken = منذ أيام لا يقبل خادم البريد رسائل لهذا العنوان (رسالة { $day }). اتصلوا بالجهة.
ageing-hides-on = يختفي ابتداءً من { $day }
ageing-put-away = أخفاه المسؤول
ageing-offer-hidden = أحد عروض هذه الجهة لم يعد ظاهرًا. لم يقل أحد إنه ما زال صحيحًا.
ageing-no-phone = لا يوجد رقم هاتف
ageing-confirm = صحيح، اتصلنا
ageing-mail = أرسلوا رسالة الآن
ageing-hide = إخفاء
ageing-show = إظهار من جديد
ageing-did-confirm = حُفظ: جرى التأكد اليوم من الجهة وما تقدمه.
ageing-did-mail = أُرسلت الرسالة.
ageing-did-no-address = لا يوجد عنوان بريد. اتصلوا بالجهة.
ageing-did-bounce = لا يقبل خادم البريد رسائل لهذا العنوان. اتصلوا بالجهة.
ageing-did-later = لم تُرسل الرسالة الآن. سنحاول لاحقًا من تلقاء أنفسنا.
ageing-did-too-often = وصلت هذه الجهة رسالة في الأسبوع الماضي، أو هناك رسالة تنتظر. نراسل مرة واحدة في الأسبوع على الأكثر.
ageing-did-put-away = أُخفي: لا يراه الزوار بعد الآن.
ageing-did-show = يراه الزوار من جديد. إن لم يؤكده أحد فسيختفي لاحقًا.
ageing-did-back = عادت الجهة إلى الخريطة كما كانت.
ageing-taken-off = حذفوا أنفسهم
ageing-taken-off-lead = يمكنكم خلال سبعة أيام إعادة هذا، مثلًا إذا غيّر أحد رأيه. بعد ذلك يُحذف كل شيء.
ageing-taken-off-on = حُذف في { $day }
ageing-put-back = إعادة
ageing-days = بعد كم يوم؟
ageing-fresh-days = يبقى الشيء حديثًا هذا العدد من الأيام
ageing-stale-days = بعد هذا العدد من الأيام يصبح قديمًا
ageing-hide-days = بعد هذا العدد من الأيام يختفي
ageing-notice-days = هذا العدد من الأيام بعد سؤالنا، على أقرب تقدير
ageing-notice-hint = من لم تصله رسالة بعد، ولم يظهر لكم بعد أن عليكم الاتصال به، لا يختفي.
ageing-districts = أيام أخرى لمنطقة معيّنة
ageing-districts-lead = هل تعمل الجهة في أكثر من منطقة؟ عندئذ يسري عليها العدد الأكبر. هل تعمل في البلدية كلها؟ عندئذ تسري أيام البلدية.
ageing-district-own = حديث: { $fresh } يومًا. قديم: بعد { $stale } يومًا. يختفي: بعد { $hide } يومًا.
ageing-district-none = نفس أيام البلدية
ageing-days-of = بعد كم يوم؟ { $name }
ageing-days-of-lead = تسري هذه الأيام على الجهات التي تعمل في هذه المنطقة. هل تعمل الجهة في منطقة أخرى أيضًا؟ عندئذ يسري العدد الأكبر.
ageing-days-take-away = لا أيام خاصة بهذه المنطقة بعد الآن

double = ربما مكرر
double-lead = تتشابه هذه الجهات. اجعلوها واحدة، أو قولوا إنها اثنتان. تبقى العناوين القديمة تعمل.
double-none = لا شيء يبدو مكررًا.
double-same-name = الاسم نفسه
double-like-name = اسم مشابه
double-same-phone = رقم الهاتف نفسه
double-same-email = عنوان البريد نفسه
double-same-website = الموقع نفسه
double-same-door = الباب نفسه
double-beside = جنبًا إلى جنب
double-what = ماذا
double-left = الأولى
double-right = الثانية
double-confirmed = جرى التأكد
double-two = هما اثنتان
double-keep-left = واحدة: احتفظوا بالأولى
double-keep-right = واحدة: احتفظوا بالثانية
double-did-one = أصبحتا واحدة. ما تقدمه الأخرى وأشخاصها معها الآن.
double-did-two = حُفظ: هما اثنتان.

desk-fault-order = يجب أن يكون هذا على الأقل الرقم الذي قبله.
desk-ageing = ما يتقادم
desk-terms = مهل الرد
desk-double = ربما مكرر

### End of what ages

### The desk

desk = الإدارة
desk-lead = هنا تحافظ على تحديث الخريطة الاجتماعية.
desk-new-party = جهة جديدة
desk-import = استيراد ملف
desk-people = أشخاص البلدية
desk-own-page = مكاني
desk-members = أشخاص هذه الجهة
desk-wishes = عدم الإدراج
desk-wishes-lead = هذه الجهات لا ترغب في الظهور على الخريطة. استيراد ملف لا يعيدها.
desk-no-wishes = لم يطلب أحد ذلك.
desk-wish-asked = طُلب في { $day }
desk-wish-forget = يمكن إدراجها مجددًا
desk-search = ابحث عن جهة بالاسم
desk-parties =
    { $count ->
        [zero] لا توجد جهات
        [one] جهة واحدة
        [two] جهتان
        [few] { $count } جهات
       *[other] { $count } جهة
    }
desk-nothing = لا توجد جهة بهذا الاسم.
desk-confirmed-on = تمت المراجعة في { $day }.
desk-confirmed-by = تمت المراجعة في { $day } من قبل { $by }.
desk-never-confirmed = لم يراجعها أي شخص بعد.
desk-saved = تم الحفظ
desk-on-the-map = حُفظ. هذه الجهة على الخريطة الآن.
desk-changed-meanwhile = لقد غيّر شخص آخر هذا للتو. انظر أدناه واحفظ مرة أخرى.
desk-save = حفظ
desk-back = رجوع
desk-profile = البيانات
desk-see = اعرضها كما يراها الزوار
desk-remove = إزالة من الخريطة
desk-remove-title = هل تريد إزالة { $name } من الخريطة؟
desk-remove-lead = ستُحذف أيضًا جميع الأماكن والأشخاص والعروض. لا يمكن التراجع عن ذلك.
desk-leave-lead = كل ما لجهتكم على الخريطة يُحذف فورًا. ويمكنكم إعادته خلال أسبوع.
desk-leave-people = من ينتمي إلى جهتكم لن يبقى له مكان في Samenspel بعد ذلك. إذا عادت الجهة فستدعو البلدية الأشخاص من جديد.
desk-leave-who = هذا ممكن لمنسق جهتكم فقط. اسألوا منسقكم.
desk-remove-own = لن تعيدكم قائمة من جهة أخرى بعد ذلك. هل تريدون العودة إلى الخريطة لاحقًا؟ اسألوا البلدية.
desk-remove-once = إزالة
desk-remove-never = إزالة وعدم الإدراج مجددًا
desk-still-right = ما زال صحيحًا
desk-still-right-all = يشمل هذا الجهة وجميع عروضها. والرسالة التي تنتظر جوابًا يصبح لها جواب بذلك.
desk-by = من قال ذلك؟
desk-by-hint = دور وليس اسمًا. مثلًا: المنسّق.
desk-confirmed-by-field = هل كل شيء صحيح؟ من قال ذلك؟
desk-room-now = الآن
desk-offers = العروض
desk-add-offer = إضافة عرض
desk-remove-offer = إزالة العرض
desk-places = الأماكن
desk-place = مكان
desk-add-place = إضافة مكان
desk-remove-place = إزالة المكان
desk-confidential-place = مكان سري بدون عنوان
desk-confidential = هذا مكان سري. تُمحى جميع بيانات العنوان.
desk-contacts = الأشخاص
desk-contact = شخص للتواصل
desk-add-contact = إضافة شخص
desk-remove-contact = إزالة هذا الشخص
desk-contact-lead = لا يظهر الاسم أو الصورة هنا إلا بموافقة هذا الشخص.
desk-contact-role = الدور
desk-contact-role-hint = مثلًا: مرافق، متطوع، منسّق.
desk-contact-name = الاسم
desk-consent-name = يوافق هذا الشخص على إظهار اسمه
desk-consent-photo = يوافق هذا الشخص على إظهار صورته
desk-note = عن هذا الشخص
desk-note-hint = متى يكون هذا الشخص موجودًا؟ ولأي شيء يمكن الاتصال؟
desk-photo = الصورة
desk-photo-now = الصورة الموجودة الآن
desk-photo-file = اختر صورة
desk-photo-hint = JPEG أو PNG. نصغّر الصورة ونحذف مكان التقاطها ووقته.
desk-photo-send = حفظ الصورة
desk-sphere = ما نوع هذه الجهة؟
desk-name = الاسم
desk-summary = في جملة واحدة
desk-summary-hint = ما هي، ولمن؟ بكلمات قصيرة.
desk-call-for = اتصل من أجل
desk-not-for = ليس من أجل
desk-one-a-line = شيء واحد في كل سطر.
desk-best-way = أفضل وقت وطريقة
desk-role-name = جهة الاتصال الثابتة
desk-role-name-hint = دور يبقى عندما يغادر الأشخاص. مثلًا: الاستقبال.
desk-phone = الهاتف
desk-email = البريد الإلكتروني
desk-website = الموقع الإلكتروني
desk-capacity = هل يوجد مكان؟
desk-capacity-note = المزيد عن الأماكن المتاحة
desk-lived-experience = التجربة الشخصية التي تستند إليها
desk-works-gladly = كيف تحب التعاون
desk-serves = أين تعمل هذه الجهة؟
desk-serves-all = في البلدية كلها
desk-district = منطقة
desk-languages = اللغات
desk-place-name = اسم المكان
desk-street = الشارع
desk-house-number = رقم المنزل
desk-postcode = الرمز البريدي
desk-town = المدينة
desk-access = إمكانية الوصول
desk-access-hint = عتبة، مصعد، مرحاض، كيفية العثور على الباب.
desk-point = نقطة على الخريطة
desk-point-hint = خط العرض وخط الطول، مثلًا: 52.6210, 5.3385
desk-area = الحي
desk-area-hint = إذا وُجدت نقطة على الخريطة نجد الحي بأنفسنا.
desk-does = ما نقوم به
desk-does-not = ما لا نقوم به
desk-for-whom = لمن
desk-themes = المواضيع
desk-theme-list = إدارة المواضيع
desk-theme-lead = غيّر اسم موضوع، أو ارفعه، أو أخفه، أو ادمجه مع آخر. الروابط القديمة تبقى تعمل.
desk-theme-room = { $count ->
    [0] لا مكان لمواضيع أخرى. ادمج موضوعين أولًا.
    [one] يوجد مكان لموضوع واحد آخر.
    [two] يوجد مكان لموضوعين آخرين.
    [few] يوجد مكان لـ { $count } مواضيع أخرى.
   *[other] يوجد مكان لـ { $count } موضوعًا آخر.
 }
desk-theme-new = موضوع خاص بكم
desk-theme-up = ارفع
desk-theme-hidden = ليس بين الخيارات
desk-theme-own = موضوع خاص
desk-theme-hide = لا تُظهره بين الخيارات
desk-theme-gone = مواضيع مدموجة
desk-theme-went = دُمج هذا الموضوع. من يبحث عنه يصل إلى الآخر.
desk-theme-nl = الاسم بالهولندية
desk-theme-en = الاسم بالإنجليزية
desk-theme-ar = الاسم بالعربية
desk-theme-about = ما موضوعه
desk-theme-about-hint = في كلمات قليلة، بالهولندية. يظهر هذا في صفحة كل المواضيع.
desk-theme-parent = يتبع لـ
desk-theme-top = لا شيء، يظهر في الأعلى
desk-theme-into = ادمجه مع
desk-theme-into-hint = كل ما يتبع هذا الموضوع سيتبع الآخر. يمكنك التراجع دائمًا.
desk-theme-stays = لا تدمجه
desk-theme-key = المفتاح في الروابط والملفات
desk-fault-theme-there = يوجد موضوع بهذا الاسم.
desk-fault-themes-full = لا مكان لموضوع آخر. ادمج موضوعين أولًا.
desk-way = كيف يمكن الوصول؟
desk-unknown = غير معروف
desk-opening = أوقات العمل
desk-opening-hint = وقت واحد في كل سطر، مثلًا: mo 9:00-12:00
desk-opening-note = المزيد عن الأوقات
desk-cost = التكلفة
desk-at = في أي مكان؟
desk-fault-empty = املأ هذا الحقل.
desk-fault-too-long = هذا طويل جدًا: { $got } حرفًا. الحد الأقصى { $max }.
desk-fault-too-many-lines = الأسطر كثيرة جدًا: { $got }. الحد الأقصى { $max }.
desk-fault-unknown = لا نعرف هذا. تحقق من طريقة كتابته.
desk-fault-hours = السطر { $line } ليس يومًا مع أوقات. اكتب مثلًا: mo 9:00-12:00
desk-fault-no-consent = هذا مسموح فقط بموافقة الشخص نفسه. ضع علامة على ذلك.
desk-fault-named = يوجد هنا اسم شخص: { $name }. اكتب الدور بدل الاسم: «{ $role }». هذه الجمل تُنشر أيضًا في البيانات المفتوحة، ولا توجد فيها أسماء.
desk-fault-no-picture = هذه ليست صورة يمكننا قراءتها. اختر JPEG أو PNG.

### End of the desk
party-ask = اطرحوا سؤالاً
find-ask = اسألوا الحي
find-ask-in = هل تساعد الناس بنفسك؟ سجّل الدخول واسأل الحي.

### Asking to be on the map

candidate-title = اطلب إضافة مجموعتك
candidate-lead = ألم تظهر مجموعتكم أو مؤسستكم على الخريطة الاجتماعية بعد؟ اطلبوا ذلك هنا. بلدية { $name } هي التي تقرر.
candidate-name = ما اسم مجموعتكم أو مؤسستكم؟
candidate-sphere = من أنتم؟
candidate-informal = نحن سكان من الحي أو متطوعون
candidate-formal = نحن مؤسسة لديها موظفون
candidate-summary = ماذا تفعلون؟
candidate-summary-hint = جملة أو جملتان. دون اسم أو عنوان أو رقم أحد السكان.
candidate-reach = كيف يمكن للناس التواصل معكم؟
candidate-reach-hint = عنوان بريد إلكتروني واحد أو رقم هاتف واحد للمجموعة، وليس رقمك الشخصي. إذا وافقت البلدية، يستطيع الجميع قراءته.
candidate-kept = لن تظهروا على الخريطة فورًا. البلدية تقرر أولًا. إذا وافقت، يظهر هذا على الخريطة. إذا رفضت، يُحذف بعد ثلاثين يومًا. إذا لم يقرر أحد، يُحذف بعد تسعين يومًا.
candidate-many = هناك الآن طلبات كثيرة تنتظر القرار. حاولوا بعد بضعة أيام، أو اتصلوا بالبلدية.
candidate-send = إرسال
candidate-thanks = شكرًا لكم
candidate-thanks-lead = أُرسل طلبكم. بلدية { $name } ستنظر فيه. حتى ذلك الحين لن تظهروا على الخريطة.
candidates = من يريد الظهور على الخريطة؟
candidates-lead = هؤلاء يطلبون الظهور على الخريطة الاجتماعية. لا يرى ذلك أحد غيركم حتى توافقوا.
candidates-none = لا توجد طلبات الآن.
candidate-reach-at = للتواصل:
candidate-asked = طُلب في { $day }
candidate-yes = أضف إلى الخريطة
candidate-no = لا، الأفضل ألا يُضاف
candidate-no-note = يُحذف الطلب من القائمة. لا تتلقى المجموعة رسالة.
candidate-no-sure = نعم، ارفض الطلب
candidate-said-no = رفضتم الطلب. لم يعد في القائمة.
candidate-was-yes = سبقت الموافقة على هذا الطلب. هذه المجموعة على الخريطة.
candidate-was-no = سبق رفض هذا الطلب.
desk-candidates-waiting = هناك من يريد الظهور على الخريطة الاجتماعية ({ $count })
desk-fault-no-choice = اختر إحدى الإجابات.
desk-fault-tells = احذف هذا من هنا: ”{ $words }“. قد يخص أحد السكان.
desk-fault-no-reach = اكتب عنوان بريد واحدًا أو رقم هاتف واحدًا، دون كلمات أخرى.

### End of asking to be on the map
