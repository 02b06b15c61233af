/** The author's vm.yml as it is stored. */
import { isSecret, sensitiveThings } from '../link/index.ts'
import { type Design, readSpecs, updateSpecText, writeSpec } from '../spec/index.ts'
import { invalidXmlCharacter } from '../xml/index.ts'

/**
 * Writes a design in the words of a vm.yml, with its comments. Where the file is about more than this VM, a comment in it
 * holds a secret, or XML lacks a character of it, the canonical vm.yml is written.
 *
 * @param own the vm.yml; undefined when there is none
 */
export function ownWords(own: string | undefined): (design: Design) => string {
  return (design) => (own === undefined ? undefined : textOf(design, own)) ?? writeSpec(design)
}

function textOf(design: Design, own: string): string | undefined {
  const read = readSpecs(own, { defaultName: design.name })
  const isAlone = read.designs.length === 1 && read.source.passedOver.length === 0
  if (!isAlone || read.source.vms[0]?.place.shape === 'bare') return undefined
  const text = updateSpecText(read, design)
  const isFit = invalidXmlCharacter(text) < 0 && !text.includes('\r')
  return isFit && !sensitiveThings(text).some(isSecret) ? text : undefined
}
