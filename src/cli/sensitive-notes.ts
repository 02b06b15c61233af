/** What a result holds that a person may not want to hand on, as notes on standard error. They change no status. */
import { type Design, type Finding, isSecret, type SensitiveThing, sensitiveThings } from '../core/index.ts'
import { placed } from './findings.ts'
import type { ReadInput } from './input-formats.ts'

/** What a link holds: whose the VM is, too. */
export function notesOfLink(design: Design, positionOf: ReadInput['positionOf']): Finding[] {
  return placed(sensitiveThings(design.spec).map(noteOf), design, positionOf)
}

/** What a bundle holds: secrets alone, for it is made for a host of one's own as well. */
export function notesOfBundle(design: Design, positionOf: ReadInput['positionOf']): Finding[] {
  return placed(sensitiveThings(design.spec).filter(isSecret).map(noteOf), design, positionOf)
}

/** The code of these notes. */
export const sensitiveNote = 'share.sensitive'

function noteOf({ what, path, shown }: SensitiveThing): Finding {
  const message = `${what}, ${shown}: whoever gets this can read it.`
  return { code: sensitiveNote, severity: 'advice', path, message }
}
