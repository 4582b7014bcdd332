# كلمات السمة الافتراضية بالعربية.
# تصل السنوات نصًّا والأعداد أرقامًا.

# التنقل
skip_to_content = انتقل إلى المحتوى
nav_main = السجل
nav_prose = عن السجل
nav_home = الصفحة الأولى
nav_statements = التصريحات
nav_topics = الموضوعات
nav_years = السنوات
nav_people = الأشخاص
nav_organizations = المنظمات
nav_countries = البلدان
nav_places = الأماكن
nav_events = المناسبات
nav_on_this_day = في مثل هذا اليوم
nav_timeline = الخط الزمني
nav_chains = تصريحات تكررت
nav_data = البيانات
nav_changes = التغييرات
nav_corrections = التصويبات
nav_sources = المصادر
nav_coverage = التغطية
breadcrumbs = موضعك في السجل
pager = الصفحة السابقة والتالية
pager_prev = السابق
pager_next = التالي
feed = الخلاصة
feed_label = خلاصة:
edit_page = عدّل هذه الصفحة
repository = المستودع
neutrality = إدراج القول هنا إثبات لقوله، وليس تأييدًا له.

# علامات الترقيم
number_group = ٬
list_comma = ،
list_semicolon = ؛
colon = :
quote_open = «
quote_close = »
cite_title_close = ».

# القوائم
statements = التصريحات
statements_title = جميع التصريحات، الأحدث أولًا
statements_count = { $count ->
    [zero] لا تصريحات مسجَّلة
    [one] تصريح واحد
    [two] تصريحان
    [few] { $count } تصريحات
    [many] { $count } تصريحًا
   *[other] { $count } تصريح
  }
whole_year = الكل في { $year }: { $count }
all_statements = جميع التصريحات
newest_title = أحدث التصريحات
newest_in_record = أحدث ما في السجل
all_changes = كل التغييرات
reiterated_title = الأكثر تكرارًا
chain_count = { $count ->
    [zero] لم يُسجَّل
    [one] سُجِّل مرة واحدة
    [two] سُجِّل مرتين
    [few] سُجِّل { $count } مرات
    [many] سُجِّل { $count } مرة
   *[other] سُجِّل { $count } مرة
  }
chain_skipped = { $count ->
    [zero] لا تصريحات بينها
    [one] بينها تصريح واحد آخر
    [two] بينها تصريحان آخران
    [few] بينها { $count } تصريحات أخرى
    [many] بينها { $count } تصريحًا آخر
   *[other] بينها { $count } تصريح آخر
  }
chain_more = { $count ->
    [zero] لا تصريحات لاحقة
    [one] وبعدها تصريح واحد آخر
    [two] وبعدها تصريحان آخران
    [few] وبعدها { $count } تصريحات أخرى
    [many] وبعدها { $count } تصريحًا آخر
   *[other] وبعدها { $count } تصريح آخر
  }
chain_whole = { $count ->
    [zero] السلسلة كاملة
    [one] السلسلة كاملة: تصريح واحد
    [two] السلسلة كاملة: التصريحان
    [few] السلسلة كاملة: { $count } تصريحات
    [many] السلسلة كاملة: { $count } تصريحًا
   *[other] السلسلة كاملة: { $count } تصريح
  }
chains_listed_of = ترد هنا أطول السلاسل: { $listed } من أصل { $total }.
part_of = الجزء { $part } من { $parts }
part_number = { $list } (الجزء { $part })
with_narrower = مع الموضوعات الأخص
counted_with_narrower = كل عدد يشمل تصريحات الموضوعات الأخص أيضًا.
chains_more = { $count ->
   *[other] المزيد: { $count }
}
topics_of = { $shown } من أصل { $total } موضوعًا:
all_topics = جميع الموضوعات
people_of = { $shown } من أصل { $total } شخصًا:
all_people = جميع الأشخاص
list_parts = أجزاء هذه القائمة
days = الأيام
listed_by_month = التصريحات مدرجة في صفحات الشهور.
listed_without_month = لا يُعرف شهر هذه التصريحات:
listed_by_day = التصريحات مدرجة في صفحات الأيام.
listed_without_day = لا يُعرف يوم هذه التصريحات:
topic_again = انظر أعلاه
by_year = بحسب السنة
other_years = سنوات أخرى
statement = التصريح
date = التاريخ
year = السنة
months = الأشهر
no_entry = لا مدخل مسجَّل
year_unknown = السنة غير معروفة
year_of_decade = عقد { $from }–{ $to }، السنة غير معروفة
year_of_century = { $from }–{ $to }، السنة غير معروفة
listed_of = { $total ->
    [one] يرد هنا أحدث { $listed } من أصل { $total }؛ والباقي في صفحات السنوات.
   *[other] يرد هنا أحدث { $listed } من أصل { $total }؛ والباقي في صفحات السنوات.
  }
withdrawn = مسحوب
corrected = مصحَّح
on_this_day_calendar = الاشتراك في برنامج تقويم
on_this_day_note = أيام التقويم التي لها مداخل، مع عدد تصريحاتها في جميع السنوات.
countries_note = البلدان التي تتناولها التصريحات المسجَّلة أو توجَّه إليها، والبلدان التي أدلت بتصريحات بنفسها.
speaking = المنظمات والدول المتحدثة
own_count = { $count ->
    [zero] لا تصريح صادر عنها
    [one] تصريح واحد صادر عنها
    [two] تصريحان صادران عنها
    [few] { $count } تصريحات صادرة عنها
    [many] { $count } تصريحًا صادرًا عنها
   *[other] { $count } تصريح صادر عنها
  }
own_of_organization = ما صدر عن المنظمة نفسها
others_of_organization = ما قيل عنها أو وُجِّه إليها أو قيل باسمها
own_of_country = ما صدر عن الدولة نفسها
others_of_country = ما قيل عنها أو وُجِّه إليها

# الرسم البياني وخريطة الكثافة
bars_title = التصريحات المسجَّلة في كل سنة
bars_desc = رسم بالأعمدة للسنوات من { $first } إلى { $last }: المجموع { $total }، والأكثر في سنة واحدة { $max }. والجدول أدناه يذكر الأرقام نفسها.
bars_caption = التصريحات المسجَّلة في كل سنة، من { $first } إلى { $last }: المجموع { $total }، وأقصاها في سنة واحدة { $max }. السنة التي لا عمود لها لا مدخل مسجَّل فيها.
bars_year = التصريحات المسجَّلة في سنة { $year }: { $total }. لا مدخل مسجَّل في سنة أخرى.
bars_undated = { $count ->
    [zero] لا تصريحات بلا سنة معروفة.
    [one] وتصريح واحد آخر سنته غير معروفة، فلا عمود له.
    [two] وتصريحان آخران سنتهما غير معروفة، فلا عمود لهما.
    [few] و{ $count } تصريحات أخرى سنتها غير معروفة، فلا عمود لها.
    [many] و{ $count } تصريحًا آخر سنتها غير معروفة، فلا عمود لها.
   *[other] و{ $count } تصريح آخر سنتها غير معروفة، فلا عمود لها.
  }
bars_as_table = البيانات نفسها في جدول
heat_title = الموضوعات بحسب السنة
heat_note = في كل خانة عدد التصريحات المسجَّلة في موضوع ما خلال سنة؛ وكلما اشتد اللون زاد العدد. الخانة الفارغة تعني أنه لا مدخل مسجَّل.
heat_topics = تظهر الموضوعات الأكثر تصريحات: { $shown } من أصل { $total }.

# الخط الزمني
timeline_statements = كل علامة تصريح وتؤدي إليه، وهي ترد في صفوف جميع موضوعاته. النقطة يوم؛ وحيث لا يُعرف من التاريخ إلا أقل من ذلك فالخط بطول ما بقي مفتوحًا.
timeline_years = كلما كبرت النقطة زادت تصريحات السنة، وهي تؤدي إليها. السنة التي لا نقطة لها لا مدخل مسجَّل فيها.
timeline_scale = أكبر نقطة تمثل { $most } في صف جميع التصريحات، و{ $of_topic } في صفوف الموضوعات.
timeline_chains = الأقواس تصل التصريحات التي تكرر القول نفسه، وتؤدي إليها جميعًا.
timeline_chains_of = تظهر أطول السلاسل: { $shown } من أصل { $total }.
timeline_span = التصريحات من { $first } إلى { $last }: { $total }.
timeline_year = تصريحات سنة { $year }: { $total }. لا مدخل مسجَّل في سنة أخرى.
timeline_undated = { $count ->
    [zero] لا تصريحات بلا سنة معروفة.
    [one] وتصريح واحد آخر سنته غير معروفة لا يظهر هنا.
    [two] وتصريحان آخران سنتهما غير معروفة لا يظهران هنا.
    [few] و{ $count } تصريحات أخرى سنتها غير معروفة لا تظهر هنا.
    [many] و{ $count } تصريحًا آخر سنتها غير معروفة لا تظهر هنا.
   *[other] و{ $count } تصريح آخر سنتها غير معروفة لا تظهر هنا.
  }
timeline_skip = تخطَّ الصورة
timeline_small = الموضوعات بحسب السنة، من { $first } إلى { $last }: كلما زادت تصريحات السنة كبرت نقطتها
timeline_more = السجل كله في صورة واحدة
lane_other = موضوعات أخرى

# التصريح
occasion = المناسبة
place = المكان
audience = الحضور
attributed_as = الاسم كما ورد في المصدر:
today_called = حاليًا:
original_language = اللغة الأصلية:
translator = الترجمة:
this_statement = هذا التصريح
withdrawn_title = مسحوب
withdrawn_on = سُحب:
withdrawn_explained = يبقى السجل في عنوانه، وقد أُزيل نصه.
corrections_title = التصويبات
context_title = ملاحظة المحررين
cite_this = استشهد
quotation_in_source = في نص المصدر
footnotes = الحواشي
back_to_text = العودة إلى النص
table = الجدول { $number }
table_of_note = الجدول { $number } في ملاحظة المحررين
table_of_foot = الجدول { $number } في أسفل الصفحة
chain_title = قيل من قبل وقيل من بعد
relations_title = تصريحات ذات صلة
chains_title = تصريحات تكررت
gap = { $years ->
    [0] {""}
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}و
      }{ $months ->
        [one] شهر واحد
        [two] شهران
        [few] { $months } أشهر
        [many] { $months } شهرًا
       *[other] { $months } شهر
      }
  }{ $days ->
    [0] {""}
   *[other] { $years ->
        [0] { $months ->
            [0] {""}
           *[other] {" "}و
          }
       *[other] {" "}و
      }{ $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
      }
  }
gap_later = المدة منذ السابق: { gap }
gap_apart = المدة بينهما: { gap }
gap_same_day = في اليوم نفسه
gap_same_month = في الشهر نفسه
gap_same_year = في السنة نفسها
position_title = الموقف عبر الزمن
position_of = الموقف عبر الزمن: { $subject }
position_link = الموقف عبر الزمن: الاقتباسات بترتيب تواريخها
position_note = ما اقتُبس في هذا الموضوع حرفيًا كما ورد في مصادره، بترتيب التواريخ. ولا ترد هنا اقتباسات لم يُعثر عليها في نص محفوظ لمصدرها.
position_speakers = أقوال من
position_next = التالي
position_gap = لا شيء مسجَّل.
position_gap_statements = { $count ->
    [zero] لا شيء مسجَّل.
    [one] سُجِّل تصريح واحد بلا اقتباس من هذا النوع.
    [two] سُجِّل تصريحان بلا اقتباس من هذا النوع.
    [few] سُجِّلت { $count } تصريحات بلا اقتباس من هذا النوع.
    [many] سُجِّل { $count } تصريحًا بلا اقتباس من هذا النوع.
   *[other] سُجِّل { $count } تصريح بلا اقتباس من هذا النوع.
  }
quotations_count = { $count ->
    [zero] لا اقتباسات
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { $count } اقتباسات
    [many] { $count } اقتباسًا
   *[other] { $count } اقتباس
  }
more_quotations = { $count ->
    [zero] لا اقتباسات أخرى من هذا التصريح
    [one] اقتباس آخر من هذا التصريح
    [two] اقتباسان آخران من هذا التصريح
    [few] { $count } اقتباسات أخرى من هذا التصريح
    [many] { $count } اقتباسًا آخر من هذا التصريح
   *[other] { $count } اقتباس آخر من هذا التصريح
  }
in_its_statement = في نص التصريح
whole_quotation = الاقتباس كاملًا
wordings_note = تُعرض أقرب الاقتباسات لفظًا جنبًا إلى جنب، وكلما طال الخط طالت المدة بينها. والمعلَّم:
wordings_gone = ما ورد في الصياغة السابقة وحدها،
wordings_new = وما ورد في اللاحقة وحدها.
words_gone = في السابقة فقط:
words_new = في اللاحقة فقط:
wordings_same = اللفظ نفسه حرفيًا.
wordings_unlike = لا تشترك الصياغتان إلا في القليل؛ ولم تُعلَّم الفروق.
wordings_too_long = أطول من أن تُقارن كلمة بكلمة.
wordings_languages = بلغتين مختلفتين؛ لم تُقارنا.
wordings_nothing_before = ليس للتصريح السابق اقتباس يُقارن به.
wordings_no_quotation = لا اقتباس مسجَّل.
wordings_not_own = ترجمة أو ملخص: ليست هذه ألفاظ المتحدث نفسها، فلا تُقارن.
wordings_withdrawn = سُحب؛ ولم تعد ألفاظه معروضة.
gap_cut = (الخط أقصر من المدة)
sources_title = المصادر
source_untitled = مصدر بلا عنوان
source_archived = نسخة محفوظة
source_accessed = اطُّلع عليه في
source_kept = النص محفوظ في السجل
source_no_address = لا رابط مسجَّل
subjects_title = الموضوعات والجهات
cite_title = الاستشهاد بهذا المدخل
cite_source = المصدر:
cite_file = مرجع بصيغة { $format }
cite_style = الأسلوب
cite_plain = بسيط
cite_chicago = شيكاغو
cite_apa = APA
cite_mla = MLA
cite_quotations = الاستشهاد باقتباس
cite_two = { $first } و{ $last }
cite_many = { $first } و{ $last }
cite_ampersand = { $first } و{ $last }
cite_et_al = { $first } وآخرون
cite_et_al_inverted = { $first } وآخرون
copy_citation = نسخ الاستشهاد
copy_address = نسخ العنوان
copy_quotation = نسخ
copy_quotation_cited = نسخ مع الاستشهاد
copy_done = تم النسخ.
copy_failed = تعذّر النسخ: حدِّد النص وانسخه بلوحة المفاتيح أو من قائمة المتصفح.
format_markdown = النص الأصلي بصيغة Markdown
formats = صيغ أخرى
seq_title = السابق واللاحق
seq_chronicle = في السجل
earlier = قبله:
later = بعده:
no_earlier = لا مدخل سابق مسجَّل
no_later = لا مدخل لاحق مسجَّل
permalink = العنوان الدائم
history_title = تاريخ السجل
first_published = نُشر أول مرة
file_history = تاريخ الملف
revision = المراجعة

# نوع السجل
fidelity_title = أنواع السجلات
record_kind = السجل
fidelity_verbatim = نص حرفي كما نشره {"\u2068"}{ $publisher }{"\u2069"}
fidelity_verbatim_nobody = نص حرفي
fidelity_official-translation = ترجمة رسمية كما نشرها {"\u2068"}{ $publisher }{"\u2069"}
fidelity_official-translation_nobody = ترجمة رسمية
fidelity_translation = ترجمة لما نشره {"\u2068"}{ $publisher }{"\u2069"}؛ ليست ترجمة رسمية
fidelity_translation_nobody = ترجمة؛ ليست رسمية
fidelity_summary = ملخص من {"\u2068"}{ $publisher }{"\u2069"}؛ ليس نصًّا حرفيًّا
fidelity_summary_nobody = ملخص؛ ليس نصًّا حرفيًّا
fidelity_reported = نقلًا عن {"\u2068"}{ $publisher }{"\u2069"}؛ ليس نصًّا حرفيًّا
fidelity_reported_nobody = منقول؛ ليس نصًّا حرفيًّا
fidelity_short_verbatim = حرفي
fidelity_short_official-translation = ترجمة رسمية
fidelity_short_translation = ترجمة
fidelity_short_summary = ملخص
fidelity_short_reported = منقول

kind_remarks = تصريحات
kind_speech = خطاب
kind_interview = مقابلة
kind_press-conference = مؤتمر صحفي
kind_parliament = بيان أمام البرلمان
kind_article = مقال
kind_letter = رسالة
kind_joint-statement = بيان مشترك
kind_communique = بلاغ
kind_post = منشور

source_kind_official-transcript = محضر رسمي
source_kind_official-release = بيان رسمي
source_kind_video = مرئي
source_kind_agency = وكالة أنباء
source_kind_press = صحافة
source_kind_book = كتاب
source_kind_archive = أرشيف

relation_reiterates = يكرر
relation_reiterated_by = كُرِّر في
relation_responds_to = يرد على
relation_responded_to_by = رُدَّ عليه في
relation_cites = يستشهد بـ
relation_cited_by = استُشهد به في
relation_updates = يحدِّث
relation_updated_by = حُدِّث في
relation_departs_from = يختلف عن
relation_departed_from_by = اختُلف عنه في
asserted_by_speaker = بكلمات المتحدث
asserted_by_source = بحسب المصدر
asserted_by_editor = بحسب المحررين

change_published = إضافة إلى السجل
change_correction = تصويب
change_clarification = توضيح
change_addition = إضافة
change_withdrawal = سحب

# السجلات المرجعية
topic = موضوع
person = شخص
organization = منظمة
country = بلد
name = الاسم
names = الأسماء
people_title = الأشخاص
office = المنصب
offices = المناصب
offices_and_statements = المناصب والتصريحات
offices_caption = يبيّن الشريط تحت السنوات مدة شغل المنصب. ويكون باهتًا حيث لا يقطع السجل بذلك، ويمتد إلى آخر سنة إن لم تُسجَّل نهاية.
no_end_recorded = لم تُسجَّل نهاية
officers = شاغلو المناصب
recorded = فترة التسجيل
also_called = يسمى أيضًا
also_written = يُكتب أيضًا
formerly = سابقًا
broader = أعم
narrower = أخص
related = ذو صلة
same_as = مطابق لـ
usage = الاستعمال
parent = جزء من
coordinates = الإحداثيات
host = المضيف
participants = المشاركون
series = السلسلة

# السجل عن نفسه
changes_note = ما أُضيف إلى السجل أو صُوِّب أو سُحب، الأحدث أولاً.
changes_unknown = التصريحات التي لم يُدوَّن يوم نشرها لا تُذكر بين ما أُضيف.
changes_of = { $subject }: التغييرات
no_changes = لم يُدوَّن أي تغيير.
corrections_note = ما تغيَّر في السجل بعد نشره، الأحدث أولًا.
no_corrections = لا تصويب مسجَّل.
publisher_unknown = ناشر غير مسجَّل
source_of = مصدر المدخل:
sources_count = { $total ->
    [zero] لا مصادر.
    [one] مصدر واحد.
    [two] مصدران.
    [few] { $total } مصادر.
    [many] { $total } مصدرًا.
   *[other] { $total } مصدر.
  }
sources_listed_of = يرد هنا أحدث { $listed } من مجموع المصادر وهو { $total }.
source_text = نص المصدر
source_text_title = { $title } (نص المصدر)
source_text_note = نسخة مما ورد في المصدر، محفوظة لمطابقة الاقتباسات حرفيًا. الكلمات المعلَّمة مقتبسة في مداخل هذا السجل، والرقم يقود إلى الاقتباس.
source_text_rights = النص لناشره، ولا تشمله رخصة هذا السجل.
source_text_original = نُشر في
source_text_archived = نسخة مؤرشفة
source_text_kind = النوع
source_text_language = اللغة
source_text_statements = مداخل من هذا النص
source_text_listed_of = يرد هنا { $listed } من مجموع المداخل من هذا النص وهو { $total }.
source_text_unmarked = { $count ->
    [zero] لا اقتباسات أخرى.
    [one] اقتباس آخر من هذه الكلمات غير معلَّم.
    [two] اقتباسان آخران من هذه الكلمات غير معلَّمين.
    [few] { $count } اقتباسات أخرى من هذه الكلمات غير معلَّمة.
    [many] { $count } اقتباسًا آخر من هذه الكلمات غير معلَّم.
   *[other] { $count } اقتباس آخر من هذه الكلمات غير معلَّم.
  }
source_text_parts = أجزاء النص
coverage_note = ما يحويه هذا السجل وما لا يحويه. الفجوة تخص السجل ولا تدل على شيء يخص المتحدثين.
totals = المجموع
empty_years = سنوات بلا مدخل
empty_years_note = لا مدخل مسجَّل لهذه السنوات. وقد تكون قيلت فيها أقوال.
no_empty_years = لكل سنة من الأولى إلى الأخيرة مدخل.

not_found_title = لا صفحة في هذا العنوان
not_found_text = عناوين هذا السجل لا تتغير، فلعل في الرابط خطأً إملائيًّا. حذف آخر العنوان يوصل دائمًا إلى صفحة.
redirect_title = انتقل هذا المدخل
redirect_text = وهو الآن في

# التواريخ
date_approximate = نحو { $date }
date_uncertain = { $date } (غير مؤكد)
date_uncertain_approximate = نحو { $date } (غير مؤكد)
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } وما بعده
date_open_start = حتى { $to }
date_unknown_end = { $from } – ؟
date_unknown_start = ؟ – { $to }
date_unspecified = بين عامي { $from } و{ $to }
season_spring = ربيع { $year }
season_summer = صيف { $year }
season_autumn = خريف { $year }
season_winter = شتاء { $year }
day_month = { $day } { $month }
quotations_checked = طوبقت الاقتباسات حرفيًا مع «{"\u2068"}{ $source }{"\u2069"}».

# البحث
nav_search = بحث
search_within = ابحث هنا
search_title = بحث
search_label = كلمات في التصريحات والأسماء والعناوين
search_submit = ابحث
search_help = يُبحث عن التصريحات التي فيها كل الكلمات. «الكلمات بين علامتي تنصيص» يجب أن تتجاور.
search_completions = كلمات تبدأ هكذا
search_no_script = يحتاج البحث إلى تشغيل البرامج النصية، وهي لا تعمل في هذا المتصفح. وتقود الروابط أعلاه أيضًا إلى جميع التصريحات.
search_found = عدد التصريحات: { $n }
search_about = عدد التصريحات: نحو { $n }؛ تُراجَع كل صفحة عند عرضها
search_none = لم يُعثر على أي تصريح
search_failed = تعذرت قراءة فهرس البحث. قد يكون قيد التحديث: أعد المحاولة بعد دقيقة.
search_common = لم يُبحث عنه لأنه في كل النصوص تقريبًا: { $x }
search_budget = لم يُبحث عنه لأن ما بقي يكفي: { $x }
search_unknown = لا يوجد في أي تصريح: { $x }
search_dropped = لا يوجد تصريح يجمع كل ذلك؛ تُرك: { $x }
search_taken = لم يستعمل أحد { $x }؛ بُحث بدلًا منه عن: { $y }
search_some = من الكلمات التي تبدأ بـ { $x } بُحث عن أكثرها ورودًا فقط.
search_instead = كلمات قريبة منه:
search_more = الكل ({ $n })
search_left_out = غير مدرجة، وتصريحاتها أقل: { $n }
search_remove = أزل: { $x }
search_page = الصفحة { $n } من { $x }
search_relevant = الأقرب صلة
search_newest = الأحدث أولًا
search_narrow = تضييق النتائج
search_from = من
search_to = إلى
search_names = أسماء في السجل
search_summary = ملخص:
search_speaker = المتحدث
search_kind = النوع
search_language = اللغة

# استمارة المساهمة
nav_contribute = المساهمة
contribute_title = المساهمة بتصريح
contribute_lede = ما قاله متحدث واحد في مناسبة واحدة، من مصدر يمكن للآخرين الرجوع إليه. تُعدّ هذه الاستمارة الملف، ويستقبله { $host } اقتراحًا يراجعه المحررون. لا حاجة إلى برنامج آخر.
contribute_no_script = تحتاج الاستمارة إلى برنامج نصي لا يعمل هنا. هناك طرق أخرى:
contribute_statement = التصريح
contribute_headline = العنوان
contribute_headline_hint = محايد وبكلماتك؛ لا يزيد على 120 حرفًا.
contribute_date = التاريخ
contribute_date_hint = متى قيل: {"\u2066"}2006-02-02{"\u2069"} أو {"\u2066"}2006-02{"\u2069"} أو {"\u2066"}2006{"\u2069"}. غير مؤكد: {"\u2066"}2006-02-02?{"\u2069"}. نحو: {"\u2066"}2006-02~{"\u2069"}. من يوم إلى آخر: {"\u2066"}2006-02-01/2006-02-03{"\u2069"}.
contribute_speakers = المتحدثون
contribute_speaker = المتحدث
contribute_speakers_hint = شخص، أو منظمة أو دولة تتحدث كجهة واحدة. اختر مما هو معروض، أو اكتب اسمًا أو معرّفًا.
contribute_topics_hint = موضوع التصريح: واحد على الأقل.
contribute_fidelity = نوع السجل
contribute_fidelity_hint = كيف وصلت إليك الكلمات.
contribute_kind_hint = ما الذي كان عليه.
contribute_choose = اختر
contribute_text = النص
contribute_text_hint = تقول كلماتك ما قيل ولمن وفي أي مناسبة، ولا تنحاز. والاقتباس هو كلمات المتحدث كما هي في المصدر تمامًا. السطر الفارغ يبدأ فقرة.
contribute_own = كلماتك المحايدة
contribute_quotation = اقتباس: كلمات المتحدث حرفيًا
contribute_by = لمن هذه الكلمات
contribute_by_all = لجميع المتحدثين معًا
contribute_sources_hint = أين يجده الآخرون: عنوان على الشبكة، أو عنوان المصدر مع ناشره.
contribute_source = المصدر
contribute_source_url = العنوان على الشبكة
contribute_source_title = عنوان المصدر كما نُشر
contribute_source_publisher = الناشر
contribute_source_date = تاريخ النشر
contribute_source_archived = عنوان نسخة محفوظة
contribute_more = المزيد
contribute_more_hint = المناسبة والمكان والمخاطَبون واللغات
contribute_countries = الدول التي كان عنها
contribute_organizations = المنظمات التي كان عنها
contribute_attributed_as = اسم المتحدث كما يكتبه المصدر
contribute_summary = ملخص بكلماتك في جملة أو جملتين
contribute_language = لغة النص: رمزها
contribute_original_language = للترجمة: اللغة التي قيل بها
contribute_translator = للترجمة: من ترجم
contribute_add = إضافة
contribute_add_speaker = إضافة متحدث
contribute_add_topic = إضافة موضوع
contribute_add_own = إضافة كلمات منك
contribute_add_quotation = إضافة اقتباس
contribute_add_source = إضافة مصدر
contribute_remove = إزالة
contribute_make = إعداد الملف
contribute_file = الملف
contribute_path = مكانه في المستودع
contribute_file_text = ما يقوله
contribute_copy = نسخ النص
contribute_save = تنزيل الملف
contribute_open_new = فتح استمارة ملف جديد على { $host }
contribute_open_edit = فتح الملف على { $host }
contribute_way_filled = يفتح { $host } في لسان جديد والملف معبّأ. سجّل الدخول هناك أو أنشئ حسابًا، ثم احفظ الملف اقتراحًا وأرسل الطلب الذي يُعرض عليك.
contribute_way_long = النص أطول من أن يحمله عنوان: انسخه أولًا. يفتح { $host } استمارة فارغة في لسان جديد: ألصق النص، واحفظ الملف اقتراحًا، وأرسل الطلب الذي يُعرض عليك.
contribute_way_copy = يأخذ { $host } اسم الملف من هنا دون نصه: انسخه أولًا. ثم ألصقه في الاستمارة التي تفتح في لسان جديد، واحفظ الملف اقتراحًا، وأرسل الطلب الذي يُعرض عليك.
contribute_way_edit = انسخ النص أولًا. يفتح { $host } الملف في لسان جديد: ضع النص الجديد مكان القديم، واحفظه اقتراحًا، وأرسل الطلب الذي يُعرض عليك.
contribute_way_fork = إذا قال { $host } إن الصفحة غير موجودة فأنت تحتاج أولًا إلى نسخة من المستودع خاصة بك: افتح المستودع هناك واضغط «Fork» وأضف الملف إلى نسختك.
contribute_copied = نُسخ النص.
contribute_selected = النص محدد: انسخه بلوحة المفاتيح أو بقائمة المتصفح.
contribute_faults = ما ينبغي تصحيحه: { $n }
contribute_fault_required = هذا مطلوب.
contribute_fault_long = أطول من 120 حرفًا.
contribute_fault_date = ليس تاريخًا بإحدى الصيغ أعلاه، أو لا وجود لهذا اليوم.
contribute_fault_future = لم يأت هذا اليوم بعد.
contribute_fault_before = نُشر المصدر قبل أن تُقال الكلمات: أحد التاريخين خطأ.
contribute_fault_address = اكتب العنوان كاملًا: {"\u2066"}https://…{"\u2069"}
contribute_fault_source = يحتاج المصدر إلى عنوان على الشبكة، أو إلى عنوان مع ناشره.
contribute_fault_language = اكتب رمز اللغة، مثل en أو pt-BR أو zh-Hant.
contribute_fault_country = لا توجد دولة بهذا الاسم أو الرمز.
contribute_fault_words = يحتاج الاقتباس إلى كلمات.
contribute_fault_namesake = يحمل هذا الاسم اثنان من المتحدثين: اختر الجميع، وقل بكلماتك لمن هذه الكلمات.
contribute_fault_same = لم يتغير شيء بعد.
contribute_fault_matter = اختفت الأسطر الواقعة بين علامتي --- في البداية: يجب أن تبقى.
contribute_fault_list = التصحيحات في هذا الملف غير مكتوبة قائمةً سطرًا لكل منها: أضف تصحيحك يدويًا في المستودع.
contribute_fault_name = في الاسم أحرف لاتينية صغيرة وأرقام وشرطات مفردة فقط، ومكانه تحت {"\u2066"}content/statements/{"\u2069"}.
contribute_note_unknown = «{ $x }» ليس بين الأسماء المعروضة. إن كان اسمًا آخر مسجلًا فلا بأس؛ وإلا فعلى محرر أن يسجله أولًا: قل في اقتراحك من هو أو ما هو.
contribute_note_unseen = أُزيلت أحرف لا تُرى: { $x }
contribute_note_mixed = في «{ $x }» أحرف متشابهة من أبجديتين: اكتبه من جديد.
contribute_unread = تعذرت قراءة الأسماء المسجلة: اكتبها أو اكتب معرّفاتها.
contribute_left_out = لا يُعرض الجميع؛ يمكن كتابة معرّفات الباقين: { $x }
contribute_correct = اقتراح تصحيح
contribute_correct_lede = هذا ملف التصريح كما نُشر آخر مرة. غيّر ما هو خطأ، وقل ما الذي غيّرته ولماذا. يراجعه المحررون.
contribute_correct_file = السجل
contribute_correct_text = الملف
contribute_correct_hint = بين السطرين --- حقوله. والأسطر التي تبدأ بعلامة > كلمات المتحدث كما هي في المصدر تمامًا.
contribute_correct_note = ما الذي تغير ولماذا
contribute_correct_note_hint = يراه القراء في قائمة التصحيحات.
contribute_correct_older = هذا ما نُشر، وقد يكون أقدم من الملف في المستودع: انظر هناك هل صُحّح من قبل.
contribute_gone = لا يوجد تصريح كهذا، أو تعذرت قراءة ملفه.
contribute_withdrawn = سُحب هذا التصريح: نصه غير منشور، فلا يمكن تغييره هنا.
contribute_other = طرق أخرى
contribute_other_file = كتابة الملف يدويًا في المستودع.
contribute_other_tell = إخبار المحررين ليضيفوه.
contribute_other_git = باستعمال git: يشرح المستودع ذلك في CONTRIBUTING.md.

# وصف الصفحة لمحركات البحث ولبطاقات الروابط. `statements` نص `statements_count`، و`years` سنة واحدة أو الأولى والأخيرة،
# و`more` موضوع الصفحة أو اسم السجل.
open_graph_locale = ar_AR
description_listed = { $title }: { $statements }، { $years }. { $more }
description_undated = { $title }: { $statements }. { $more }
description_statement = { $speakers }، { $date }: { $title }
description_withdrawn = سُحب ({ $date }): { $title }. { $reason }
description_source_text = النص المحفوظ للمصدر «{ $title }»، وفيه عُلِّمت الكلمات المقتبسة في مداخل هذا السجل.
search_description = بحث في نصوص جميع التصريحات بالكلمات والمتحدثين والموضوعات والسنوات وأنواع السجلات

# The page of the data.
data_note = السجل كله في ملفات يمكن تنزيلها، تُنشأ مع الموقع وتطابقه دائمًا.
data_statements = التصريحات، لبرامج الجداول
data_statement_lines = التصريحات، سطر JSON لكل منها
data_quotations = الاقتباسات
data_relations = الصلات بين التصريحات
data_people = الأشخاص
data_organizations = المنظمات
data_topics = المواضيع، في شكل مكنز
data_references = المراجع لجميع التصريحات
data_rows = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
data_columns = ما تعنيه الأعمدة
data_column = العمود
data_type = النوع
data_meaning = المعنى
data_reading = القراءة والاستشهاد
data_safe = الملفات بترميز UTF-8. في الجداول تُفصل القيم المتعددة في الخلية الواحدة بـ «; »، والخلية التي قد تُؤخذ على أنها صيغة حسابية تبدأ بفاصلة عليا.
data_package = يصف جميع الملفات للبرامج (Frictionless Data Package)
data_checksums = بصمات جميع الملفات للتحقق من سلامتها (sha256sum --check)
data_citation = يبيّن كيف يُستشهد بالسجل كله
