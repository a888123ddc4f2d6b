"""Quizzes as files, in CSV and JSON: docs/quiz-files.md tells teachers how they are written."""
