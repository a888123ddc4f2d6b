from django.urls import path
from django.views.generic import RedirectView

from quizzes.views import class_practice, classrooms, students

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="classrooms"), name="teach"),
    path("classrooms/", classrooms.classrooms, name="classrooms"),
    path("classrooms/new/", classrooms.classroom_new, name="classroom-new"),
    path("classrooms/<int:pk>/", classrooms.classroom, name="classroom"),
    path("classrooms/<int:pk>/edit/", classrooms.classroom_edit, name="classroom-edit"),
    path("classrooms/<int:pk>/code/", classrooms.classroom_code, name="classroom-code"),
    path(
        "classrooms/<int:pk>/code/renewal/",
        classrooms.classroom_code_renewal,
        name="classroom-code-renewal",
    ),
    path("classrooms/<int:pk>/deletion/", classrooms.classroom_delete, name="classroom-delete"),
    path("classrooms/<int:pk>/practice/", class_practice.class_practice, name="class-practice"),
    path("classrooms/<int:pk>/practice/offers/", class_practice.practice_offer, name="practice-offer"),
    path("classrooms/<int:pk>/practice/withdrawals/", class_practice.practice_withdrawal, name="practice-withdrawal"),
    path("classrooms/<int:pk>/students/new/", classrooms.students_new, name="students-new"),
    path("students/<int:pk>/", students.student, name="student"),
    path("students/<int:pk>/telling-apart/", students.student_telling_apart, name="student-telling-apart"),
    path("students/<int:pk>/edit/", students.student_edit, name="student-edit"),
    path("students/<int:pk>/removal/", students.student_removal, name="student-removal"),
    path("students/<int:pk>/restoration/", students.student_restoration, name="student-restoration"),
    path("students/<int:pk>/unlocking/", students.student_unlocking, name="student-unlocking"),
    path("students/<int:pk>/pin-reset/", students.student_pin_reset, name="student-pin-reset"),
]
