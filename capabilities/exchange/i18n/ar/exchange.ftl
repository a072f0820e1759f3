# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = جهة لم تعد موجودة
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
nudge-half = تذكير: مضى نصف الوقت
nudge-term = انتهى الوقت المتفق عليه. وصل تذكير إلى الطرفين
nudge-coordinator = من يراقب المواعيد يعلم أن الأمر متأخر
line-lost = لا يوجد اتصال. نصكم ما زال هنا. حاولوا بعد قليل.
