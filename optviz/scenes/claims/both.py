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
        "Adam's mean excess over the minimum's loss is {Adam:.3f}: less than SGD's {SGD:.3f}, "
        "but {Adam_times:.1f} times AdaGrad's {AdaGrad:.3f}; RMSProp (ρ = 0.99) has "  # noqa: RUF001
        "{RMSProp:.3f} here.",
        measure=sparse,
        holds=lambda n: n["AdaGrad"] < n["RMSProp"] < 0.9 * n["Adam"] and n["Adam"] < n["SGD"],
        shows=("log",),
        slow=True,
    ),
    Finding(
        says="Where the minimum jumps, Adam forgets as intended: with settings that find the "
        "first minimum equally fast, it reaches the second in {Adam_back:.0f} steps, RMSProp in "
        f"{{RMSProp_back:.0f}}, AdaGrad in {{AdaGrad_back:.0f}} (medians over {MINIBATCH_SEEDS} "
        "minibatch seeds).",
        measure=returning,
        holds=lambda n: n["Adam_back"] < 1.2 * n["RMSProp_back"] < 0.5 * n["AdaGrad_back"],
        slow=True,
    ),
    Finding(
        says=f"But with the best of {len(RATES)} learning rates for each, Adam's mean excess "
        "there is {Adam:.2f}, more than RMSProp's {RMSProp:.2f} (ρ = 0.99) or "  # noqa: RUF001
        "{RMSProp_short:.2f} (ρ = 0.9), and more than AdaGrad's {AdaGrad:.2f}. The cause is its "  # noqa: RUF001
        "momentum: with β₁ = 0.5 instead of 0.9 its excess is {Adam_light:.2f}.",
        measure=changing,
        holds=lambda n: (
            max(n["RMSProp"], n["RMSProp_short"], n["AdaGrad"]) < 0.9 * n["Adam"]
            and n["Adam_light"] < 0.9 * n["Adam"]
        ),
        slow=True,
    ),
    Finding(
        says="In the worse of its two tests Adam has {Adam:.1f} times the best excess, with β₂ = "
        "0.99 {Adam_short:.1f} times, with β₁ = 0.5 {Adam_light:.1f} times; SGD has {SGD:.1f} "
        "times, RMSProp with a short memory {RMSProp_short:.1f} times. RMSProp with a long "
        "memory has {RMSProp:.1f} times without any momentum, and AdaGrad, because the jump "
        "comes early, {AdaGrad:.1f} times.",
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
    lesson="Adam has something of both, and it beats SGD where gradients are sparse; but on "
    "these two tests it matches neither of the rules whose advantages it is said to have. What "
    "it combines is two definitions, RMSProp's running mean and momentum. Two weights are not a "
    "network: measure on your own problem, with a tuned learning rate for each optimizer.",
)
