/** What a spec says, for all rules that look at every field or text of it. */
import { type VmSpec, vmSpec } from '../../spec/index.ts'
import { type Said, type SaidField, saidIn } from '../../table/index.ts'
import { type SaidText, textsOf } from './said-texts.ts'

/**
 * Found when the first rule asks. It goes with the rules' context: a WeakMap would keep what it holds until old memory
 * is looked through, and the copying costs ten times what finding it does.
 */
export class SaidInSpec {
  private readonly spec: VmSpec
  private found: Said | undefined
  private foundTexts: readonly SaidText[] | undefined

  constructor(spec: VmSpec) {
    this.spec = spec
  }

  get all(): Said {
    this.found ??= saidIn(vmSpec, this.spec)
    return this.found
  }

  get fields(): readonly SaidField[] {
    return this.all.fields
  }

  get texts(): readonly SaidText[] {
    this.foundTexts ??= textsOf(this.fields)
    return this.foundTexts
  }
}
