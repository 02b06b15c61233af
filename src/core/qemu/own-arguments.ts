/** `<qemu:commandline>`: what the author hands to QEMU word by word. libvirt manual, drvqemu, Pass-through of arguments. */
import { attributeValue, childElements, parseXmlFragment } from '../xml/index.ts'
import { type Build, emit, find } from './build.ts'

export function renderOwnArguments(build: Build): void {
  for (const { xml } of build.domain.$rest?.children ?? [])
    if (xml.includes('qemu:commandline')) renderBlock(build, xml)
}

function renderBlock(build: Build, xml: string): void {
  const path = ['$rest']
  const words: string[] = []
  for (const block of parseXmlFragment(xml).elements)
    for (const child of block.name === 'qemu:commandline' ? childElements(block) : []) {
      if (child.name === 'qemu:arg') words.push(attributeValue(child, 'value') ?? '')
      else if (child.name === 'qemu:env')
        find(
          build,
          'qemu.host-setup',
          path,
          `Start QEMU with ${attributeValue(child, 'name')}=${attributeValue(child, 'value') ?? ''} in its environment.`,
        )
    }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const next = words[index + 1]
    if (next === undefined || next.startsWith('-')) emit(build, word, path)
    else {
      emit(build, word, path, next)
      index += 1
    }
  }
}
