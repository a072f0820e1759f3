# Reviewed by: nobody yet.
# Words of signing in with the account of a municipality.

provider-begin = تسجيل الدخول عبر { $name }
provider-none = ليس لهذه البلدية طريقة خاصة بها لتسجيل الدخول هنا.
provider-unreachable = نظام تسجيل الدخول في بلديتك لا يجيب.
provider-not-understood = أعطى نظام تسجيل الدخول في بلديتك جوابًا لا نفهمه.
provider-not-registered = نظام تسجيل الدخول في بلديتك لا يعرف Samenspel، أو لا يعرفه جيدًا.
provider-cancelled = لقد أوقفت تسجيل الدخول. لم يحدث شيء.
provider-not-finished = لم يكتمل تسجيل الدخول لدى بلديتك.
provider-incomplete = هذا العنوان غير صحيح. ينقصه جزء، أو فيه شيء زائد.
provider-unknown = لا نعرف عملية تسجيل الدخول هذه، أو لم نعد نعرفها.
provider-took-too-long = استغرق تسجيل الدخول أكثر من عشر دقائق، لذلك لم يعد محسوبًا.
provider-other-browser = بدأت تسجيل الدخول في متصفح آخر أو في علامة تبويب أخرى.
provider-used-already = لقد استُعملت عملية تسجيل الدخول هذه من قبل. يمكن ذلك مرة واحدة فقط.
provider-code-spent = تقول بلديتك إن عملية تسجيل الدخول هذه استُعملت من قبل أو إنها قديمة جدًا.
provider-other-provider = جاء الجواب من نظام تسجيل دخول غير نظام بلديتك، لذلك لا يُحسب.
provider-for-another = أعطت بلديتك جوابًا مخصصًا لبرنامج آخر.
provider-other-sign-in = جواب بلديتك يخص عملية تسجيل دخول أخرى.
provider-not-genuine = لا يمكننا التأكد من أن الجواب جاء فعلًا من بلديتك، لذلك لا يُحسب.
provider-from-the-future = بحسب ساعتنا أُعطي جواب بلديتك في المستقبل. إحدى الساعتين غير صحيحة.
provider-long-past = بحسب ساعتنا جواب بلديتك قديم جدًا. ربما تكون إحدى الساعتين غير صحيحة.
provider-too-weak = لقد سجلت الدخول، لكن دون الخطوة الثانية التي تطلبها بلديتك.
provider-nobody = لم تقل بلديتك من أنت.

provider-way-again = ابدأ تسجيل الدخول من جديد.
provider-way-later = حاول مرة أخرى بعد بضع دقائق. إن لم ينجح ذلك، فسجل الدخول بطريقة أخرى.
provider-way-second-step = سجل الدخول مرة أخرى مع الخطوة الثانية، مثل رمز على هاتفك.
provider-way-other = سجل الدخول بطريقة أخرى.
provider-way-tell-municipality = أخبر مدير Samenspel في بلديتك. إعادة المحاولة لا تفيد في الغالب.
provider-way-check-clock = حاول مرة أخرى. إن بقي الأمر كذلك، فأخبر المدير التقني بأن ساعة الخادم قد تكون غير صحيحة.
