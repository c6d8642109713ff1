"""People who cannot exist: born in the 1890s, with phone numbers from the blocks 142 and 143, which no carrier has had."""
import random

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅红建国志文海燕波宁"
REGIONS = ["110105", "310115", "440305", "510107", "450103", "330106", "420106", "610113", "320505", "370202"]
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
PLATES = "桂粤京沪川浙"


class Estate:
    """Draws people and what looks like their numbers; the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def digits(self, count):
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def below(self, most):
        return self.random.randrange(most)

    def phone(self):
        while True:
            number = self.random.choice(["142", "143"]) + self.digits(8)
            if len(set(number[3:])) > 3:
                return number

    def old_id(self):
        return f"{self.random.choice(REGIONS)}{90 + self.below(9)}{self.day()}{self.digits(3)}"

    def day(self):
        return f"{1 + self.below(12):02}{1 + self.below(28):02}"

    def id_number(self):
        first = f"{self.random.choice(REGIONS)}{1890 + self.below(10)}{self.day()}{self.digits(3)}"
        total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS))
        return first + "10X98765432"[total % 11]

    def name(self):
        return self.random.choice(SURNAMES) + "".join(self.random.choice(GIVEN) for _ in range(1 + self.below(2)))

    def room(self):
        return f"{1 + self.below(12)}-{1 + self.below(3)}-{1 + self.below(18)}0{1 + self.below(4)}"

    def plate(self):
        return self.random.choice(PLATES) + self.random.choice("ABCD") + self.digits(5)

    def person(self):
        return {
            "name": self.name(), "phone": self.phone(), "id": self.id_number(), "room": self.room(),
            "plate": self.plate(), "area": round(60 + self.random.random() * 90, 2),
        }

    def people(self, count):
        return [self.person() for _ in range(count)]

    def like_phone(self):
        """Eleven digits that begin as a mobile number does: of a meter, an order, a voucher."""
        return self.random.choice(["13", "15", "17", "18", "19"]) + self.digits(9)
