import { utf8Encode } from '../../text/index.ts'
import { invalidXmlCharacter } from '../../xml/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'name.invalid',
  title: 'A name that libvirt or the file system refuses',
  anyHypervisor: true,
  source:
    'libvirt refuses a slash in a name; the name is part of file names, which have 255 bytes; not seen in the lab',
  *check(context) {
    const { name } = context.design
    const wrong = wrongWith(name)
    if (wrong === undefined) return
    yield { path: [], message: `The name of the VM ${wrong}. Letters, digits and dashes are safe.` }
  },
}

/** Room for what is added to the name in file names: `_VARS.fd`, `.qcow2`, `-net0.socket`. */
const longest = 200

function wrongWith(name: string): string | undefined {
  if (name.trim() === '') return 'is empty'
  if (name.includes('/')) return `has a slash (${JSON.stringify(name)}), which libvirt refuses`
  if (name === '.' || name === '..') return `is ${name}, which is a directory`
  if (name.startsWith('-'))
    return `begins with a dash (${JSON.stringify(name)}), which commands take for an option`
  if (name.includes('\n')) return 'has a line break'
  if (invalidXmlCharacter(name) >= 0) return 'has a character that XML forbids'
  const bytes = utf8Encode(name).length
  return bytes > longest ? `has ${bytes} bytes; more than ${longest} make file names too long` : undefined
}
