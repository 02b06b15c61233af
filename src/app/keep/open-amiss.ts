/** Opens stored work that is not all right: what is wrong of it is set aside, and said. Import this file lazily. */
import type { UnknownRecord } from '../core.ts'
import { setAsideValues } from './aside.ts'
import { mendWork } from './mend-work.ts'
import { sayAside } from './say.ts'
import type { Work } from './stored-work.ts'

/** The work without what is wrong in it. */
export function openAmiss(held: UnknownRecord): Work {
  const { work, leftOut } = mendWork(held)
  if (leftOut.length > 0) {
    const of = work.design.name
    sayAside(of, leftOut, setAsideValues(of, leftOut))
  }
  return work
}
