"""Adam against AdaGrad and RMSProp, each on the test that favours it."""

from dataclasses import replace

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import SGD, AdaGrad, Adam, Optimizer, RMSProp
from optviz.race import Race
from optviz.scenes.claims.claim import FAILS, Claim
from optviz.scenes.claims.jump import JUMP, above_target, out_and_back
from optviz.scenes.claims.measuring import RATES, SEEDS, Height, above_minimum, excess
from optviz.scenes.claims.sparse import SPARSE
from optviz.scenes.scene import Scene
from optviz.stories.findings import MINIBATCH_SEEDS, Finding, Numbers

# What is compared, with the learning rate swept: two RMSProps, and Adams with a shorter memory.
RULES: dict[str, Optimizer] = {
    "SGD": SGD(),
    "AdaGrad": AdaGrad(),
    "RMSProp": RMSProp(rho=0.99),
    "RMSProp_short": RMSProp(rho=0.9),
    "Adam": Adam(),
    "Adam_short": Adam(beta2=0.99),
    "Adam_light": Adam(beta1=0.5),
}
ADAMS = ("Adam", "Adam_short", "Adam_light")


def swept(scene: Scene, height: Height, seeds: tuple[int, ...]) -> dict[str, float]:
    """Each rule's mean loss above the minimum's in a scene, with the best of many rates."""
    least = excess(scene.surface, tuple(RULES.values()), scene.start, scene.steps, seeds, height)
    return {name: least[rule] for name, rule in RULES.items()}


def compared(numbers: dict[str, float]) -> dict[str, float]:
    """The same, and every rule's number as a multiple of the least, as name_times."""
    least = min(numbers.values())
    return numbers | {f"{name}_times": each / least for name, each in numbers.items()}


def sparse(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """On the rare feature."""
    return compared(swept(SPARSE.scene, above_minimum, seeds))


def changing(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """On the jumping minimum."""
    return compared(swept(JUMP.scene, above_target, seeds))


def returning(done: Race) -> Numbers:
    """Steps back after the jump, with settings that found the first minimum alike."""
    return out_and_back(JUMP.scene.conditions)


def worst(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """For each rule, the worse of its two results, as a multiple of the best on that test."""
    tests = (sparse(done, seeds), changing(done, seeds))
    numbers = {name: max(test[f"{name}_times"] for test in tests) for name in RULES}
    return numbers | {"Adams": min(numbers[name] for name in ADAMS)}


STORY = (
    Finding(
        says=f"On the rare feature, with the best of {len(RATES)} learning rates for each, "
        "Adam's loss lies {Adam:.3f} above the minimum's on average. SGD's lies {SGD:.3f} "
        "above it, but AdaGrad's only {AdaGrad:.3f}: Adam's is {Adam_times:.1f} times as "
        "much. RMSProp with ρ = 0.99 has {RMSProp:.3f}.",  # noqa: RUF001
        measure=sparse,
        holds=lambda n: n["AdaGrad"] < n["RMSProp"] < 0.9 * n["Adam"] and n["Adam"] < n["SGD"],
        shows=("log",),
        slow=True,
    ),
    Finding(
        says="Where the minimum jumps, Adam forgets as it should. With settings that find the "
        "first minimum equally fast, it reaches the second in {Adam_back:.0f} steps, RMSProp "
        "in {RMSProp_back:.0f}, AdaGrad in {AdaGrad_back:.0f} (medians over "
        f"{MINIBATCH_SEEDS} minibatch seeds).",
        measure=returning,
        holds=lambda n: n["Adam_back"] < 1.2 * n["RMSProp_back"] < 0.5 * n["AdaGrad_back"],
        slow=True,
    ),
    Finding(
        says=f"But with the best of {len(RATES)} learning rates for each, Adam's loss there "
        "lies {Adam:.2f} above the minimum's on average: more than RMSProp's with ρ = 0.99 "  # noqa: RUF001
        "({RMSProp:.2f}) or ρ = 0.9 ({RMSProp_short:.2f}), and more than AdaGrad's "  # noqa: RUF001
        "({AdaGrad:.2f}). Its momentum is the cause: with β₁ = 0.5 instead of 0.9 it is "
        "{Adam_light:.2f}.",
        measure=changing,
        holds=lambda n: (
            max(n["RMSProp"], n["RMSProp_short"], n["AdaGrad"]) < 0.9 * n["Adam"]
            and n["Adam_light"] < 0.9 * n["Adam"]
        ),
        slow=True,
    ),
    Finding(
        says="Compare each optimizer with the best one on the test on which it does worse. Adam's "
        "loss then lies {Adam:.1f} times as high above the minimum's as that of the best, "
        "with β₂ = 0.99 {Adam_short:.1f} times, with β₁ = 0.5 {Adam_light:.1f} times; SGD's "
        "{SGD:.1f} times, RMSProp's with a short memory {RMSProp_short:.1f} times. RMSProp "
        "with a long memory, and no momentum at all, has {RMSProp:.1f} times. AdaGrad has "
        "{AdaGrad:.1f} times, because the jump comes early.",
        measure=worst,
        holds=lambda n: n["RMSProp"] < 0.9 * n["Adams"] < 0.9 * n["SGD"],
        unsaid={"Adams": "The best of the Adams has {value:.1f} times."},
        slow=True,
    ),
)

BOTH = Claim(
    name="Adam combines two advantages",
    says="Adam has the advantages of both: AdaGrad's with sparse gradients, and RMSProp's with a "
    "changing loss.",
    source="D. P. Kingma, J. Ba, Adam, ICLR 2015, section 1",
    scene=replace(
        SPARSE.scene,
        name="Adam between two others",
        entrants=(
            Entrant("SGD", SGD(lr=0.3), CHOSEN),
            Entrant("AdaGrad", AdaGrad(lr=0.55), CHOSEN),
            Entrant("RMSProp", RMSProp(lr=0.055, rho=0.99), CHOSEN),
            Entrant("Adam", Adam(lr=0.1), CHOSEN),
        ),
        story=STORY,
    ),
    verdict=FAILS,
    condition="",
    lesson="Adam has something of both, and it beats SGD where gradients are sparse. But on these "
    "two tests it matches neither of the rules whose advantages it is said to have: "
    "what it combines is RMSProp's running mean and momentum. Two weights are not a network, "
    "so measure on your own problem, with a tuned learning rate for each optimizer.",
)
