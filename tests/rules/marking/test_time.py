"""Times of day. Hours and minutes are counted part by part."""

from quizzes.rules.questions import write, write_text
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, same

ASK = "Write a time, such as 3:45."
BUS = write_text("When does the bus leave?", "3:45")
NIGHT = write_text("When does the day begin?", "0:00")
LATE = write_text("When does the film end?", "21:05")
NOON = write("12:50 + 20 min")
HOUR = write("1:10 - 20 min")
SUM = write("11:30 + 2:00")
FILM = write_text("The film begins at 11:30 and lasts two hours. When does it end?", "13:30")
AFTERNOON = write("14:40 - 25 min")
ANEW = write_text("Write 3:45 pm as a 24-hour time.", "15:45")
LATER = write_text("It is 3:45 pm. What is it in an hour by a 24-hour clock?", "16:45")
FLIGHT = write_text("How long is a flight from 8:00 pm to 9:30 am?", "13:30")

ROWS = [
    Row("a time", BUS, "3:45", RIGHT, YES, (3, 3)),
    Row("as clocks write it", BUS, "03:45", RIGHT, YES, (3, 3)),
    Row("with a point", BUS, "3.45", RIGHT, YES, (3, 3)),
    Row("with a point, in a class with commas", BUS, "3.45", RIGHT, YES, (3, 3), ","),
    Row("with an h", BUS, "3h45", RIGHT, YES, (3, 3)),
    Row("with an h behind", BUS, "3:45 h", UNREAD, ASK),
    Row("with spaces", BUS, "3 : 45", RIGHT, YES, (3, 3)),
    Row("in full width", BUS, "３：４５", RIGHT, YES, (3, 3)),
    Row("in the afternoon", BUS, "15:45", WRONG, NO, (2, 3)),
    Row("a quarter past", BUS, "3:15", WRONG, NO, (2, 3)),
    Row("an hour later", BUS, "4:45", WRONG, NO, (2, 3)),
    Row("hours and minutes exchanged", BUS, "4:53", WRONG, NO, (0, 3)),
    Row("a minute that is none", BUS, "3:75", UNREAD, ASK),
    Row("an hour that is none", BUS, "25:45", UNREAD, ASK),
    Row("no colon", BUS, "345", UNREAD, ASK),
    Row("one figure of minutes", BUS, "3:4", UNREAD, ASK),
    Row("the hour alone", BUS, "3", UNREAD, ASK),
    Row("with seconds", BUS, "3:45:00", UNREAD, ASK),
    Row("in words", BUS, "quarter to four", UNREAD, ASK),
    Row("midnight", NIGHT, "0:00", RIGHT, YES, (3, 3)),
    Row("midnight as clocks write it", NIGHT, "00:00", RIGHT, YES, (3, 3)),
    Row("midnight at the end of the day", NIGHT, "24:00", UNREAD, ASK),
    Row("noon for midnight", NIGHT, "12:00", WRONG, NO, (2, 3)),
    Row("in the evening", LATE, "21:05", RIGHT, YES, (4, 4)),
    Row("the zero of the minutes left out", LATE, "21:5", UNREAD, ASK),
    Row("the minutes turned round", LATE, "21:50", WRONG, NO, (2, 4)),
    Row("twelve hours less", LATE, "9:05", WRONG, NO, (2, 4)),
    Row("past noon by twelve hours", NOON, "1:10", RIGHT, same("13:10"), (4, 4)),
    Row("past noon by 24 hours", NOON, "13:10", RIGHT, YES, (4, 4)),
    Row("the hour of noon kept", NOON, "12:10", WRONG, NO, (3, 4)),
    Row("back before one by twelve hours", HOUR, "12:50", RIGHT, same("0:50"), (3, 3)),
    Row("a sum past noon by twelve hours", SUM, "1:30", RIGHT, same("13:30"), (4, 4)),
    Row("words past noon by twelve hours", FILM, "1:30", RIGHT, same("13:30"), (4, 4)),
    Row("twelve hours where the question has 24", AFTERNOON, "2:15", WRONG, NO, (2, 4)),
    Row("a time to be written anew", ANEW, "3:45", WRONG, NO, (2, 4)),
    Row("twelve hours where 24 are asked for", LATER, "4:45", WRONG, NO, (2, 4)),
    Row("a duration is no time of day", FLIGHT, "1:30", WRONG, NO, (2, 4)),
    Row("ten hours less", LATE, "11:05", WRONG, NO, (3, 4)),
]

KNOWN_FAILURES = [
    (Row("in the afternoon, said", LATE, "9:05 pm", RIGHT, YES, (4, 4)), "am and pm are not read"),
    (Row("a time in words", BUS, "quarter to four", RIGHT, YES, (3, 3)), "times in words are not read"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
