/** What QEMU is told beside: `--qemu-commandline`, which takes the words as a shell does (virtinst/cli.py, ParserQemuCLI). */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { shellWord } from '../../text/index.ts'
import type { Lack } from '../lacks.ts'
import type { OptionLine } from './option-line.ts'
import { isSayable } from './says.ts'

export function qemuArguments(domain: Domain, lacks: Lack[], placeOf: (path: Path) => Path): OptionLine[] {
  const { qemu_arguments: words = [], qemu_environment: variables = [] } = domain
  const can = (value: string, path: Path) => {
    if (isSayable(value)) return true
    lacks.push({
      path: placeOf(path),
      message: 'virt-install writes signs of XML in a word of QEMU twice.',
      byHand: 'virsh edit adds it afterwards.',
    })
    return false
  }
  const isWhole = words.map(({ value = '' }, index) => can(value, ['qemu_arguments', index])).every(Boolean)
  if (words.length > 0 && !isWhole)
    lacks.push({
      path: placeOf(['qemu_arguments']),
      message: 'Words of QEMU are said all or none.',
      byHand: 'virsh edit adds them afterwards.',
    })
  const args = words.map(({ value = '' }) => shellWord(value)).join(' ')
  const all: OptionLine = { words: [`--qemu-commandline=args=${args}`], path: ['qemu_arguments'] }
  return [
    ...(words.length === 0 || !isWhole ? [] : [all]),
    ...variables.flatMap(({ name = '', value = '' }, index): OptionLine[] => {
      const path = ['qemu_environment', index]
      return can(value, path) ? [{ words: [`--qemu-commandline=env=${name}=${value}`], path }] : []
    }),
  ]
}
