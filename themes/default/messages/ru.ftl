# Слова темы по умолчанию, по-русски.
# Годы передаются текстом, количества — числами.

# Навигация
skip_to_content = Перейти к содержанию
nav_main = Хроника
nav_prose = О хронике
nav_home = Начало
nav_statements = Заявления
nav_topics = Темы
nav_years = Годы
nav_people = Лица
nav_organizations = Организации
nav_countries = Страны
nav_places = Места
nav_events = События
nav_on_this_day = В этот день
nav_timeline = Лента времени
nav_chains = Повторявшиеся заявления
nav_data = Данные
nav_changes = Изменения
nav_corrections = Исправления
nav_sources = Источники
nav_coverage = Охват
breadcrumbs = Вы находитесь здесь
pager = Предыдущая и следующая страницы
pager_prev = Назад
pager_next = Вперёд
feed = Лента новостей
feed_label = Лента:
edit_page = Править эту страницу
repository = Репозиторий
neutrality = Включение в хронику удостоверяет, что нечто было сказано, и не означает согласия со сказанным.

# Знаки препинания
number_group = {" "}
list_comma = ,
list_semicolon = ;
colon = :
quote_open = «
quote_close = »
cite_title_close = ».

# Списки
statements = Заявления
statements_title = Все заявления, от новых к старым
statements_count = { $count ->
    [one] { $count } заявление
    [few] { $count } заявления
    [many] { $count } заявлений
   *[other] { $count } заявления
  }
all_statements = Все заявления
whole_year = Все за { $year } год: { $count }
newest_title = Новейшие заявления
newest_in_record = Новое в собрании
all_changes = Все изменения
reiterated_title = Чаще всего повторялось
chain_count = { $count ->
    [one] записано { $count } раз
    [few] записано { $count } раза
    [many] записано { $count } раз
   *[other] записано { $count } раза
  }
chain_skipped = { $count ->
    [one] между ними ещё { $count } заявление
    [few] между ними ещё { $count } заявления
    [many] между ними ещё { $count } заявлений
   *[other] между ними ещё { $count } заявления
  }
chain_more = { $count ->
    [one] и позднее ещё { $count } заявление
    [few] и позднее ещё { $count } заявления
    [many] и позднее ещё { $count } заявлений
   *[other] и позднее ещё { $count } заявления
  }
chain_whole = { $count ->
    [one] Вся цепочка: { $count } заявление
    [few] Вся цепочка: { $count } заявления
    [many] Вся цепочка: { $count } заявлений
   *[other] Вся цепочка: { $count } заявления
  }
chains_listed_of = Здесь приведены самые длинные цепочки: { $listed } из { $total }.
part_of = часть { $part } из { $parts }
part_number = { $list } (часть { $part })
with_narrower = вместе с более узкими темами
counted_with_narrower = В каждом числе учтены и заявления более узких тем.
chains_more = { $count ->
    [one] ещё { $count }
   *[other] ещё { $count }
}
topics_of = { $shown } из { $total } тем:
all_topics = все темы
people_of = { $shown } из { $total } людей:
all_people = все люди
list_parts = Части этого списка
days = Дни
listed_by_month = Заявления перечислены на страницах месяцев.
listed_without_month = Месяц этих заявлений неизвестен:
listed_by_day = Заявления перечислены на страницах дней.
listed_without_day = День этих заявлений неизвестен:
topic_again = см. выше
by_year = По годам
other_years = Другие годы
statement = Заявление
date = Дата
year = Год
months = Месяцы
no_entry = записей нет
year_unknown = Год неизвестен
year_of_decade = { $from }-е, год неизвестен
year_of_century = { $from }–{ $to }, год неизвестен
listed_of = { $total ->
    [one] Здесь приведены новейшие { $listed } из { $total } заявления; остальные — на страницах своих лет.
   *[other] Здесь приведены новейшие { $listed } из { $total } заявлений; остальные — на страницах своих лет.
  }
withdrawn = Отозвано
corrected = Исправлено
on_this_day_calendar = Подписаться в программе-календаре
on_this_day_note = Дни календаря, для которых есть записи, с числом заявлений за все годы.
countries_note = Страны, о которых говорится в записанных заявлениях, к которым они обращены, и те, что сами выступили с заявлениями.
speaking = Выступавшие организации и государства
own_count = { $count ->
    [one] { $count } собственное
    [few] { $count } собственных
    [many] { $count } собственных
   *[other] { $count } собственного
  }
own_of_organization = Сказано самой организацией
others_of_organization = Сказано о ней, в её адрес или от её имени
own_of_country = Сказано самим государством
others_of_country = Сказано о нём или в его адрес

# Диаграмма и тепловая карта
bars_title = Записанные заявления по годам
bars_desc = Столбчатая диаграмма за { $first }–{ $last } годы: всего записано { $total }, больше всего за год — { $max }. То же сказано в таблице ниже.
bars_caption = Записанные заявления по годам, { $first }–{ $last }: всего { $total }, не более { $max } за год. Год без столбца — записей нет.
bars_year = Записано заявлений за { $year } год: { $total }. За другие годы записей нет.
bars_undated = { $count ->
    [one] Ещё { $count } заявление без известного года: столбца для него нет.
    [few] Ещё { $count } заявления без известного года: столбца для них нет.
    [many] Ещё { $count } заявлений без известного года: столбца для них нет.
   *[other] Ещё { $count } заявления без известного года: столбца для них нет.
  }
bars_as_table = То же таблицей
heat_title = Темы по годам
heat_note = В каждой ячейке — число заявлений, записанных по теме за год; чем плотнее цвет, тем их больше. Пустая ячейка означает, что записей нет.
heat_topics = Показаны темы, у которых больше всего заявлений: { $shown } из { $total }.

# Лента времени
timeline_statements = Каждая отметка — заявление и ведёт к нему; она стоит в строках всех его тем. Точка — день; если о дате известно меньше, длина черты показывает, что осталось неизвестным.
timeline_years = Чем больше точка, тем больше заявлений за год; она ведёт к ним. Год без точки — записей нет.
timeline_scale = Самая большая точка в строке всех заявлений — { $most }, в строках тем — { $of_topic }.
timeline_chains = Дуги соединяют заявления, которые повторяют сказанное, и ведут ко всем им.
timeline_chains_of = Показаны самые длинные цепочки: { $shown } из { $total }.
timeline_span = Заявления за { $first }–{ $last } годы: { $total }.
timeline_year = Заявления за { $year } год: { $total }. За другие годы записей нет.
timeline_undated = { $count ->
    [one] Ещё { $count } заявление без известного года не показано.
    [few] Ещё { $count } заявления без известного года не показаны.
    [many] Ещё { $count } заявлений без известного года не показаны.
   *[other] Ещё { $count } заявления без известного года не показано.
  }
timeline_skip = Пропустить рисунок
timeline_small = Темы по годам, { $first }–{ $last }: чем больше заявлений за год, тем больше точка
timeline_more = Вся хроника на одном рисунке
lane_other = Другие темы

# Заявление
occasion = Повод
place = Место
audience = Аудитория
attributed_as = имя в источнике:
today_called = ныне:
original_language = Язык оригинала:
translator = Перевод:
this_statement = это заявление
withdrawn_title = Отозвано
withdrawn_on = Отозвано:
withdrawn_explained = Запись остаётся по своему адресу; её текст удалён.
corrections_title = Исправления
context_title = Примечание редакции
cite_this = сослаться
quotation_in_source = в тексте источника
footnotes = Примечания
back_to_text = Назад к тексту
table = Таблица { $number }
table_of_note = Таблица { $number } в примечании редакции
table_of_foot = Таблица { $number } внизу страницы
chain_title = Сказано ранее, сказано вновь
relations_title = Связанные заявления
chains_title = Повторявшиеся заявления
gap = { $years ->
    [0] {""}
    [one] { $years } год
    [few] { $years } года
    [many] { $years } лет
   *[other] { $years } года
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}
      }{ $months ->
        [one] { $months } месяц
        [few] { $months } месяца
        [many] { $months } месяцев
       *[other] { $months } месяца
      }
  }{ $days ->
    [0] {""}
   *[other] { $years ->
        [0] { $months ->
            [0] {""}
           *[other] {" "}
          }
       *[other] {" "}
      }{ $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
      }
  }
gap_later = { gap } спустя
gap_apart = промежуток: { gap }
gap_same_day = в тот же день
gap_same_month = в том же месяце
gap_same_year = в том же году
position_title = Позиция во времени
position_of = Позиция во времени: { $subject }
position_link = Позиция во времени: цитаты по порядку дат
position_note = Цитаты на эту тему, слово в слово как в источниках, по порядку дат. Цитаты, которые не найдены в сохранённом тексте источника, опущены.
position_speakers = Чьи слова
position_next = далее
position_gap = Ничего не записано.
position_gap_statements = { $count ->
    [one] Записано { $count } заявление, без такой цитаты.
    [few] Записано { $count } заявления, без таких цитат.
    [many] Записано { $count } заявлений, без таких цитат.
   *[other] Записано { $count } заявления, без таких цитат.
  }
quotations_count = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
    [many] { $count } цитат
   *[other] { $count } цитаты
  }
more_quotations = { $count ->
    [one] Ещё { $count } цитата этого заявления
    [few] Ещё { $count } цитаты этого заявления
    [many] Ещё { $count } цитат этого заявления
   *[other] Ещё { $count } цитаты этого заявления
  }
in_its_statement = в тексте заявления
whole_quotation = Цитата полностью
wordings_note = Ближайшие по словам цитаты стоят рядом; чем длиннее линия, тем больше времени прошло. Отмечено:
wordings_gone = только в прежней формулировке,
wordings_new = только в новой.
words_gone = только прежде:
words_new = только теперь:
wordings_same = Слово в слово то же.
wordings_unlike = В формулировках мало общего; различия не отмечены.
wordings_too_long = Слишком длинно для пословного сравнения.
wordings_languages = На разных языках; не сравнивается.
wordings_nothing_before = У прежнего заявления нет цитаты для сравнения.
wordings_no_quotation = Цитат не записано.
wordings_not_own = Перевод или изложение: это не собственные слова говорившего, поэтому они не сравниваются.
wordings_withdrawn = Отозвано; его слова больше не показываются.
gap_cut = (линия короче, чем по масштабу)
sources_title = Источники
source_untitled = Источник без названия
source_archived = архивная копия
source_accessed = просмотрено
source_kept = текст хранится в хронике
source_no_address = адрес не записан
subjects_title = Предметы
cite_title = Как сослаться
cite_source = Источник:
cite_file = Ссылка в формате { $format }
cite_style = Стиль
cite_plain = Простой
cite_chicago = Чикаго
cite_apa = APA
cite_mla = MLA
cite_quotations = Как сослаться на цитату
cite_two = { $first } и { $last }
cite_many = { $first } и { $last }
cite_ampersand = { $first } и { $last }
cite_et_al = { $first } и др.
cite_et_al_inverted = { $first } и др.
copy_citation = Скопировать ссылку
copy_address = Скопировать адрес
copy_quotation = копировать
copy_quotation_cited = копировать со ссылкой
copy_done = Скопировано.
copy_failed = Скопировать не удалось: выделите текст и скопируйте его клавишами или через меню браузера.
format_markdown = исходный текст в Markdown
formats = Другие формы
seq_title = Ранее и позднее
seq_chronicle = В хронике
earlier = Ранее:
later = Позднее:
no_earlier = более ранних записей нет
no_later = более поздних записей нет
permalink = Постоянный адрес
history_title = История записи
first_published = Впервые опубликовано
file_history = История файла
revision = Редакция записи

# Вид записи
fidelity_title = Виды записей
record_kind = Запись
fidelity_verbatim = Дословная стенограмма; опубликовал источник: { $publisher }
fidelity_verbatim_nobody = Дословная стенограмма
fidelity_official-translation = Официальный перевод; опубликовал источник: { $publisher }
fidelity_official-translation_nobody = Официальный перевод
fidelity_translation = Перевод текста, который опубликовал источник: { $publisher }; не официальный перевод
fidelity_translation_nobody = Перевод; не официальный
fidelity_summary = Изложение ({ $publisher }); не стенограмма
fidelity_summary_nobody = Изложение; не стенограмма
fidelity_reported = По сообщению { $publisher }; не стенограмма
fidelity_reported_nobody = По сообщениям; не стенограмма
fidelity_short_verbatim = Дословно
fidelity_short_official-translation = Официальный перевод
fidelity_short_translation = Перевод
fidelity_short_summary = Изложение
fidelity_short_reported = По сообщению

kind_remarks = Высказывания
kind_speech = Речь
kind_interview = Интервью
kind_press-conference = Пресс-конференция
kind_parliament = Выступление в парламенте
kind_article = Статья
kind_letter = Письмо
kind_joint-statement = Совместное заявление
kind_communique = Коммюнике
kind_post = Публикация

source_kind_official-transcript = официальная стенограмма
source_kind_official-release = официальное сообщение
source_kind_video = видео
source_kind_agency = информационное агентство
source_kind_press = пресса
source_kind_book = книга
source_kind_archive = архив

relation_reiterates = Повторяет
relation_reiterated_by = Повторено в
relation_responds_to = Отвечает на
relation_responded_to_by = Ответ в
relation_cites = Ссылается на
relation_cited_by = Упомянуто в
relation_updates = Обновляет
relation_updated_by = Обновлено в
relation_departs_from = Отходит от
relation_departed_from_by = Отход в
asserted_by_speaker = по словам говорящего
asserted_by_source = согласно источнику
asserted_by_editor = отмечено редакцией

change_published = Добавлено
change_correction = Исправление
change_clarification = Уточнение
change_addition = Дополнение
change_withdrawal = Отзыв

# Справочные записи
topic = Тема
person = Лицо
organization = Организация
country = Страна
name = Имя
names = Названия
people_title = Лица
office = Должность
offices = Занимаемые должности
offices_and_statements = Должности и заявления
offices_caption = Полоса под годами показывает, когда занималась должность. Она бледная там, где запись этого точно не устанавливает, и продолжается до последнего года, если окончание не записано.
no_end_recorded = окончание не записано
officers = Должностные лица
recorded = Записано
also_called = Также
also_written = Также пишется
formerly = ранее
broader = Шире
narrower = Уже
related = Смежные
same_as = То же, что
usage = Употребление
parent = Входит в
coordinates = Координаты
host = Принимающая сторона
participants = Участники
series = Серия

# Хроника о себе
changes_note = Что добавлено в собрание, исправлено или отозвано: сначала новое.
changes_unknown = Заявления, день публикации которых не отмечен, среди добавленных не указаны.
changes_of = { $subject }: изменения
no_changes = Изменений не отмечено.
corrections_note = Что изменено в записях после публикации, от новых изменений к старым.
no_corrections = Исправлений не записано.
publisher_unknown = Издатель не записан
source_of = Источник для записи:
sources_count = { $total ->
    [one] { $total } источник.
    [few] { $total } источника.
    [many] { $total } источников.
   *[other] { $total } источника.
  }
sources_listed_of = Здесь приведены новейшие { $listed } из общего числа источников: { $total }.
source_text = Текст источника
source_text_title = { $title } (текст источника)
source_text_note = Копия текста источника, хранимая для дословной проверки цитат. Выделенные слова процитированы в записях этой хроники; номер ведёт к цитате.
source_text_rights = Текст принадлежит тому, кто его опубликовал, и лицензия этой хроники на него не распространяется.
source_text_original = Опубликовано
source_text_archived = Архивная копия
source_text_kind = Вид
source_text_language = Язык
source_text_statements = Записи по этому тексту
source_text_listed_of = Здесь приведены { $listed } из общего числа записей по этому тексту: { $total }.
source_text_unmarked = { $count ->
    [one] Ещё { $count } цитата из этих слов не выделена.
    [few] Ещё { $count } цитаты из этих слов не выделены.
    [many] Ещё { $count } цитат из этих слов не выделены.
   *[other] Ещё { $count } цитаты из этих слов не выделены.
  }
source_text_parts = Части текста
coverage_note = Что есть в этой хронике и чего в ней нет. Пробел говорит о хронике и ничего не говорит о тех, кто в ней упомянут.
totals = Всего
empty_years = Годы без записей
empty_years_note = За эти годы записей нет. Это не значит, что ничего не было сказано.
no_empty_years = Записи есть за каждый год от первого до последнего.

not_found_title = По этому адресу страницы нет
not_found_text = Адреса этой хроники не меняются; возможно, в ссылке опечатка. Если отсечь конец адреса, всегда откроется какая-нибудь страница.
redirect_title = Запись переехала
redirect_text = Теперь она здесь:

# Даты
date_approximate = около { $date }
date_uncertain = { $date } (не установлено точно)
date_uncertain_approximate = около { $date } (не установлено точно)
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } и далее
date_open_start = по { $to }
    .form = alone
date_unknown_end = { $from } – ?
date_unknown_start = ? – { $to }
date_unspecified = между { $from } и { $to } годами
season_spring = весна { $year }
season_summer = лето { $year }
season_autumn = осень { $year }
season_winter = зима { $year }
day_month = { $day } { $month }
quotations_checked = Цитаты сверены дословно с текстом «{ $source }».

# Поиск
nav_search = Поиск
search_within = Искать здесь
search_title = Поиск
search_label = Слова в высказываниях, именах и заголовках
search_submit = Найти
search_help = Ищутся записи со всеми словами. «Слова в кавычках» должны стоять рядом.
search_completions = Слова, которые так начинаются
search_no_script = Для поиска нужны сценарии, а в этом браузере они не работают. Все высказывания есть и по ссылкам выше.
search_found = Найдено высказываний: { $n }
search_about = Найдено высказываний: около { $n }; каждая страница проверяется при показе
search_none = Ничего не найдено
search_failed = Не удалось прочитать указатель поиска. Возможно, он как раз обновляется: попробуйте через минуту.
search_common = Не искалось, так как встречается почти везде: { $x }
search_budget = Не искалось, так как остального достаточно: { $x }
search_unknown = Нигде нет { $x }.
search_dropped = Нет высказываний, где есть всё; опущено: { $x }
search_taken = Слова { $x } нигде нет; вместо него искалось: { $y }
search_some = Из слов, которые начинаются на { $x }, искались только самые частые.
search_instead = Похожие слова:
search_more = Все { $n }
search_left_out = Не показаны, с меньшим числом высказываний: { $n }
search_remove = Убрать: { $x }
search_page = страница { $n } из { $x }
search_relevant = Сначала подходящие
search_newest = Сначала новые
search_narrow = Уточнить
search_from = с
search_to = по
search_names = Названия и имена в хронике
search_summary = Краткое изложение:
search_speaker = Кто говорит
search_kind = Вид
search_language = Язык

# Форма для участия
nav_contribute = Участвовать
contribute_title = Предложить высказывание
contribute_lede = Что сказал один человек по одному поводу, из источника, который могут проверить другие. Форма составит файл; { $host } примет его как предложение, а редакторы его рассмотрят. Других программ не нужно.
contribute_no_script = Для формы нужен скрипт, а он здесь не выполняется. Есть другие пути:
contribute_statement = Высказывание
contribute_headline = Заголовок
contribute_headline_hint = Нейтрально, своими словами; не больше 120 знаков.
contribute_date = Дата
contribute_date_hint = Когда это сказано: 2006-02-02, 2006-02 или 2006. Неточно: 2006-02-02?. Около: 2006-02~. С одного дня по другой: 2006-02-01/2006-02-03.
contribute_speakers = Кто говорил
contribute_speaker = Кто говорил
contribute_speakers_hint = Человек, а также организация или страна, если она говорит как одно лицо. Выберите из списка или напишите имя либо идентификатор.
contribute_topics_hint = О чём это сказано: хотя бы одна тема.
contribute_fidelity = Какая это запись
contribute_fidelity_hint = Как слова дошли до вас.
contribute_kind_hint = Что это было.
contribute_choose = Выберите
contribute_text = Текст
contribute_text_hint = Ваши слова говорят, что было сказано, кому и по какому поводу, и ничьей стороны не держат. Цитата — слова говорившего, в точности как в источнике. Пустая строка начинает новый абзац.
contribute_own = Ваши нейтральные слова
contribute_quotation = Цитата: слова говорившего, дословно
contribute_by = Чьи это слова
contribute_by_all = Всех говоривших вместе
contribute_sources_hint = Где это могут найти другие: адрес или название с издателем.
contribute_source = Источник
contribute_source_url = Адрес
contribute_source_title = Название, как напечатано
contribute_source_publisher = Издатель
contribute_source_date = Опубликовано
contribute_source_archived = Адрес архивной копии
contribute_more = Ещё
contribute_more_hint = Повод, место, адресаты, языки
contribute_countries = О каких странах
contribute_organizations = О каких организациях
contribute_attributed_as = Имя говорившего, как в источнике
contribute_summary = Содержание в одном-двух предложениях, вашими словами
contribute_language = Язык текста: его код
contribute_original_language = У перевода: на каком языке сказано
contribute_translator = У перевода: кто перевёл
contribute_add = Добавить ещё
contribute_add_speaker = Добавить говорившего
contribute_add_topic = Добавить тему
contribute_add_own = Добавить свои слова
contribute_add_quotation = Добавить цитату
contribute_add_source = Добавить источник
contribute_remove = Убрать
contribute_make = Составить файл
contribute_file = Файл
contribute_path = Его место в репозитории
contribute_file_text = Его содержание
contribute_copy = Скопировать текст
contribute_save = Скачать файл
contribute_open_new = Открыть форму нового файла: { $host }
contribute_open_edit = Открыть файл: { $host }
contribute_way_filled = { $host } откроется в новой вкладке, с уже заполненным файлом. Войдите там или зарегистрируйтесь, сохраните файл как предложение и отправьте запрос, который вам предложат.
contribute_way_long = Текст слишком длинен для адреса: сначала скопируйте его. { $host } откроется в новой вкладке с пустой формой: вставьте текст, сохраните файл как предложение и отправьте запрос, который вам предложат.
contribute_way_copy = { $host } берёт отсюда имя файла, но не текст: сначала скопируйте его. Затем вставьте его в форму, которая откроется в новой вкладке, сохраните файл как предложение и отправьте запрос, который вам предложат.
contribute_way_edit = Сначала скопируйте текст. { $host } откроет файл в новой вкладке: замените старый текст новым, сохраните его как предложение и отправьте запрос, который вам предложат.
contribute_way_fork = Если { $host } скажет, что такой страницы нет, вам нужна своя копия репозитория: откройте его там, нажмите «Fork» и добавьте файл в свою копию.
contribute_copied = Скопировано.
contribute_selected = Текст выделен: скопируйте его с клавиатуры или через меню браузера.
contribute_faults = Нужно исправить: { $n }
contribute_fault_required = Это нужно указать.
contribute_fault_long = Здесь больше 120 знаков.
contribute_fault_date = Так даты не пишут, или такого дня нет: образцы указаны выше.
contribute_fault_future = Этот день ещё не настал.
contribute_fault_before = Источник опубликован раньше, чем это сказано: одна из двух дат неверна.
contribute_fault_address = Напишите адрес целиком: https://…
contribute_fault_source = У источника должен быть адрес или название с издателем.
contribute_fault_language = Напишите код языка, например en, pt-BR или zh-Hant.
contribute_fault_country = Нет страны с таким названием или кодом.
contribute_fault_words = В цитате должны быть слова.
contribute_fault_namesake = Так зовут двух из говоривших: выберите всех и скажите своими словами, чьи это слова.
contribute_fault_same = Ещё ничего не изменено.
contribute_fault_matter = Строк между двумя --- в начале больше нет: они должны остаться.
contribute_fault_list = Исправления в этом файле записаны не списком по строкам: добавьте своё вручную в репозитории.
contribute_fault_name = В имени могут быть только строчные латинские буквы, цифры и одиночные дефисы, а лежит файл ниже content/statements/.
contribute_note_unknown = «{ $x }» нет среди предложенных имён. Если это другое записанное имя, всё в порядке; если нет, его сначала запишет редактор: скажите в предложении, кто или что это.
contribute_note_unseen = Убраны невидимые знаки: { $x }
contribute_note_mixed = В слове «{ $x }» похожие буквы двух алфавитов: наберите его заново.
contribute_unread = Имена из хроники не удалось прочитать: напишите их или их идентификаторы.
contribute_left_out = Предложены не все; идентификаторы остальных можно написать: { $x }
contribute_correct = Предложить исправление
contribute_correct_lede = Это файл высказывания, каким он был опубликован в последний раз. Исправьте, что неверно, и скажите, что вы изменили и почему. Редакторы это рассмотрят.
contribute_correct_file = Запись
contribute_correct_text = Файл
contribute_correct_hint = Между двумя строками --- стоят его поля. Строки, которые начинаются с >, — слова говорившего, в точности как в источнике.
contribute_correct_note = Что изменено и почему
contribute_correct_note_hint = Читатели увидят это в списке исправлений.
contribute_correct_older = Это опубликованный файл; он может быть старше файла в репозитории: посмотрите там, не исправлен ли он уже.
contribute_gone = Такого высказывания нет, или его файл не удалось прочитать.
contribute_withdrawn = Это высказывание отозвано: его текст не публикуется, и изменить его здесь нельзя.
contribute_other = Другие пути
contribute_other_file = Написать файл самому, в репозитории.
contribute_other_tell = Сказать редакторам: они могут добавить его сами.
contribute_other_git = С git: как это делается, сказано в CONTRIBUTING.md в репозитории.

# Описание страницы для поисковых систем и для карточек ссылок. `statements` — текст `statements_count`, `years` — один год
# или первый и последний; `more` — о чём страница, или название хроники.
open_graph_locale = ru_RU
description_listed = { $title }: { $statements }, { $years }. { $more }
description_undated = { $title }: { $statements }. { $more }
description_statement = { $speakers }, { $date }: { $title }
description_withdrawn = Отозвано ({ $date }): { $title }. { $reason }
description_source_text = Хранимый текст источника «{ $title }»; выделены слова, процитированные в записях этой хроники.
search_description = Полнотекстовый поиск по всем заявлениям: по словам, авторам, темам, годам и видам записи

# The page of the data.
data_note = Всё собрание в виде файлов; они создаются вместе с сайтом и всегда ему соответствуют.
data_statements = Заявления, для электронных таблиц
data_statement_lines = Заявления, по строке JSON на каждое
data_quotations = Цитаты
data_relations = Связи между заявлениями
data_people = Люди
data_organizations = Организации
data_topics = Темы, в виде тезауруса
data_references = Ссылки на все заявления для менеджеров литературы
data_rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}
data_columns = Что означают столбцы
data_column = Столбец
data_type = Тип
data_meaning = Значение
data_reading = Как читать и цитировать
data_safe = Файлы в кодировке UTF-8. В таблицах несколько значений в одной ячейке разделены знаком «; », а ячейка, которую программа приняла бы за формулу, начинается с апострофа.
data_package = описывает все файлы для программ (Frictionless Data Package)
data_checksums = контрольные суммы всех файлов (sha256sum --check)
data_citation = говорит, как цитировать собрание целиком
