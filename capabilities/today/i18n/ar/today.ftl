# اليوم.

today = اليوم
today-hello = أهلاً { $name }. هذا ما ينتظركم، وهذا ما يحدث في حيكم.
today-ask = اسألوا الحي
today-find = ابحثوا عن جهة
today-mine = الدور عليكم
today-nothing = لا شيء ينتظركم
today-nothing-note = جيد. هل لديكم سؤال؟ اسألوا بكل حرية.
today-answered = وصلكم جواب
today-theirs = تنتظرون غيركم
today-for-all = مفتوحة للحي
today-fresh = جديد، أو تم التأكد منه حديثًا
today-all-questions = كل أسئلة جهتكم
today-all-handovers = كل عمليات التسليم لجهتكم
