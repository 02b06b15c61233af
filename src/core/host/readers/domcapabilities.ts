/** `virsh domcapabilities`: what one QEMU can do for one architecture and machine. */
import { attributeValue, childElements, ownText, type XmlElement } from '../../xml/index.ts'
import type { HostEmulator } from '../facts.ts'
import { counted, known, type ReaderResult } from './reader.ts'
import { childAt, elementsAt, textAt } from './xml-paths.ts'

/** Reads `<domainCapabilities>`. */
export function readDomCapabilities(root: XmlElement): ReaderResult {
  const words = new Map<string, string[]>()
  for (const part of [...elementsAt(root, 'os'), ...elementsAt(root, 'os', 'loader'), ...devicesOf(root)])
    collect(part, words)
  for (const part of elementsAt(root, 'features', 'hyperv')) collect(part, words)
  const machine = textAt(root, 'machine')
  const type = textAt(root, 'domain')
  const models = elementsAt(root, 'cpu', 'mode')
    .filter((mode) => attributeValue(mode, 'name') === 'custom')
    .flatMap((mode) => elementsAt(mode, 'model'))
    .filter((model) => attributeValue(model, 'usable') !== 'no')
    .map((model) => ownText(model).trim())
  const emulator: HostEmulator = {
    arch: textAt(root, 'arch') ?? 'x86_64',
    ...known('path', textAt(root, 'path')),
    ...(machine === undefined ? {} : { machines: [machine] }),
    ...(type === undefined ? {} : { domain_types: [type] }),
    ...(words.size === 0 ? {} : { words: Object.fromEntries(words) }),
    ...(models.length === 0 ? {} : { cpu_models: models }),
    ...known('max_vcpus', mostVcpus(root)),
  }
  const summary = [
    emulator.path?.split('/').at(-1) ?? emulator.arch,
    machine,
    models.length === 0 ? undefined : counted(models.length, 'CPU model'),
  ]
  return {
    kind: 'domcapabilities',
    title: 'virsh domcapabilities',
    summary: summary.filter((word) => word !== undefined).join(', '),
    facts: { emulators: [emulator] },
    findings: [],
  }
}

/** `<vcpu max='4096'/>`: what a machine of this type can have. */
function mostVcpus(root: XmlElement): number | undefined {
  const vcpu = childAt(root, 'vcpu')
  const most = vcpu === undefined ? undefined : attributeValue(vcpu, 'max')
  return most !== undefined && /^[1-9]\d{0,5}$/.test(most) ? Number(most) : undefined
}

function devicesOf(root: XmlElement): XmlElement[] {
  const devices = childAt(root, 'devices')
  return devices === undefined ? [] : childElements(devices)
}

/** A part that is not supported has no word at all: an empty list. */
function collect(part: XmlElement, words: Map<string, string[]>): void {
  if (attributeValue(part, 'supported') === 'no') {
    words.set(part.name, [])
    return
  }
  for (const list of elementsAt(part, 'enum')) {
    const name = attributeValue(list, 'name') ?? ''
    words.set(
      keyOf(part.name, name),
      elementsAt(list, 'value').map((value) => ownText(value).trim()),
    )
  }
}

/** `graphics` and `video` have one list that matters, and go by their own name. */
function keyOf(part: string, list: string): string {
  const short = list.replace(/Type$/, '')
  return short === 'type' || (part === 'video' && short === 'model') ? part : `${part}.${short}`
}
