/** The commonest problems: something that has no place there, and that is left out. */
import type { Path } from '../../finding.ts'
import type { DomainProblem } from './rule.ts'

/**
 * @param wrong a sentence that says why; what to do is added
 * @param what it is called, as `the address`
 */
export function leftOut(at: Path, wrong: string, what = 'it'): DomainProblem {
  const title = `Leave ${what} out`
  return { at, message: `${wrong} ${title}.`, fix: { title } }
}

/**
 * The same for an address of a device in the guest, which libvirt picks where none is said.
 *
 * @param part what of the address is wrong; all of it when absent
 */
export function addressLeftOut(address: Path, wrong: string, part?: string): DomainProblem {
  return {
    at: part === undefined ? address : [...address, part],
    message: `${wrong} Leave the address out, and libvirt picks one.`,
    fix: { title: 'Leave the address out', at: address },
  }
}
