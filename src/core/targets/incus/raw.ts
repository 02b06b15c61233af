/** What has no key, in words of QEMU’s: `raw.qemu`, which the server appends to its own. */
import type { Path } from '../../finding.ts'
import { renderArgv } from '../../qemu/index.ts'
import { isRecord } from '../../table/index.ts'
import { canBeAShellWord, quoteForShell } from '../../text/index.ts'
import { qemuWordsOf } from '../qemu-words.ts'
import type { Instance } from './instance.ts'

/** Devices that are a word or two, and need nothing else of the machine. */
const lists = ['crypto', 'panic', 'watchdog'] as const

export function sayRaw(instance: Instance): void {
  const words = [...processorWords(instance), ...deviceWords(instance), ...ownWords(instance)]
  if (words.length === 0) return
  instance.config.set('raw.qemu', words.map(quoteForShell).join(' '))
  instance.saying.findings.push({
    code: 'incus.raw',
    severity: 'advice',
    path: [],
    message: `raw.qemu says ${words.length} words to QEMU itself: a project that is restricted refuses them, and another version of the server may have the same names.`,
  })
}

/** The host’s own processor is what an instance has; the last -cpu counts. */
function processorWords({ saying: { root, resolved } }: Instance): string[] {
  if (root.pass('cpu.mode', 'host-passthrough') && root.peek('cpu.features') === undefined) return []
  if (root.peek('cpu.mode') === undefined) return []
  const word = renderArgv(resolved).arguments.find(({ option }) => option === '-cpu')?.value
  if (word === undefined || !sayable(word)) return []
  root.take('cpu.mode', () => true)
  root.take('cpu.model.value', () => true)
  root.take('cpu.features', (held) =>
    Array.isArray(held) &&
    held.every((one) => isRecord(one) && /^(?:require|disable)$/.test(String(one['policy'])))
      ? true
      : undefined,
  )
  for (const way of ['features.hyperv', 'features.kvm.hidden']) root.take(way, () => true)
  return ['-cpu', word]
}

function deviceWords({ saying: { root, resolved } }: Instance): string[] {
  const places: Path[] = []
  for (const list of lists)
    for (const part of root.parts(`devices.${list}`))
      if (isRecord(part.held) && part.held['address'] === undefined && part.held['alias'] === undefined)
        places.push(part.path)
  if (places.length === 0) return []
  const words = qemuWordsOf(resolved, places)
  if (words.length === 0 || !words.every(sayable)) return []
  for (const list of lists)
    for (const part of root.parts(`devices.${list}`)) {
      const isSaid = places.some((path) => path.join() === part.path.join())
      if (isSaid) for (const key of ['model', 'type', 'backend']) part.take(key, () => true)
    }
  return words
}

function ownWords({ saying: { root, domain } }: Instance): string[] {
  const words = (domain.qemu_arguments ?? []).flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (words.length === 0 || !words.every(sayable)) return []
  root.take('qemu_arguments', () => true)
  return words
}

/** One line of words, as the server splits them. */
function sayable(word: string): boolean {
  return canBeAShellWord(word) && !/[\r\n]/.test(word)
}
