"""Where strokes are: their bounding box."""

from dataclasses import dataclass

from recognizer.templates.pen import Strokes


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, strokes: Strokes) -> "Box":
        xs, ys = ([point[axis] for stroke in strokes for point in stroke] for axis in (0, 1))
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2
