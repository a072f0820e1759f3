# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = جهة لم تعد موجودة
nobody-there = لا أحد عند { $party } الآن. لذلك لا يرى هذا أحد هناك.
say-empty = لم يُكتب شيء بعد. اكتبوا بضع كلمات.
say-too-long = هذا النص أطول من المسموح بعدد { $over } من الأحرف. الحد هو { $max } حرف.
say-tells = نصكم يبيّن من هو المقصود.
say-bsn = يشبه رقم خدمة المواطن.
say-iban = يشبه رقم حساب بنكي.
say-email = يشبه بريدًا إلكترونيًا.
say-phone = يشبه رقم هاتف.
say-birth-date = يشبه تاريخ ميلاد.
say-address = يشبه عنوانًا.
say-hint = من دون اسم ساكن أو عنوانه أو رقمه.
nudge-half = مضى نصف الوقت
nudge-term = انتهى الوقت المتفق عليه. الأمر في قائمة كل من الطرفين
nudge-coordinator = من يتابع المهل هنا يرى الآن أن الأمر متأخر
draft-kept = كنتم تكتبون هذا. نصكم ما زال هنا.
draft-typed = ما كتبتموه من قبل
draft-away = احذفوا هذا النص
list-more = يوجد المزيد في الصفحة التالية.
list-end = يوجد المزيد، لكن هذه القائمة تنتهي هنا.
