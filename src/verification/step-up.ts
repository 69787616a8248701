import type { AccountError } from '../api/account-error.js';
import { loadModule } from '../load-module.js';
import type { LayerProof } from '../api/layer-proof.js';
import type { Person, Reason, StepUp } from '../state/person.js';
import type { FindFreshSignIn, PresentAttempt, StepUpBroker } from './step-up-broker.js';

let forgetProof: ((person: Person) => void) | undefined;

/** The broker, loaded when something is guarded for the first time: most visits only read. */
export class StepUpOnDemand implements StepUp {
  #broker: StepUpBroker | undefined;

  constructor(
    private readonly present: PresentAttempt,
    private readonly findFreshSignIn?: FindFreshSignIn,
  ) {}

  async verify(person: Person): Promise<void> {
    await (await this.#load()).verify(person);
  }

  async verifyForLayer(person: Person): Promise<void> {
    await (await this.#load()).verifyForLayer(person);
  }

  async run<Result>(
    person: Person,
    action: (verification: string) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    return (await this.#load()).run(person, action, reason);
  }

  async runIfGuarded<Result>(
    person: Person,
    action: (verification: string | undefined) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    return (await this.#load()).runIfGuarded(person, action, reason);
  }

  async runForLayer<Result>(
    person: Person,
    action: (proof: LayerProof) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    return (await this.#load()).runForLayer(person, action, reason);
  }

  forget(person: Person) {
    // Another provider on the page may have asked the same person.
    forgetProof?.(person);
    this.#broker?.giveUp(person.signal.reason as AccountError | undefined);
  }

  /** Ends the attempt that is before the user, if there is one. */
  giveUp() {
    this.#broker?.giveUp();
  }

  async #load(): Promise<StepUpBroker> {
    const module = await loadModule(() => import('./step-up-broker.js'));
    forgetProof = module.forgetProof;
    return (this.#broker ??= new module.StepUpBroker(this.present, this.findFreshSignIn));
  }
}
