/** Scripts, logs and lists in which the words of QEMU are not all there is. */
import { describe, expect, it, test } from 'vitest'
import { readArgv } from '../read.ts'
import { readCommands } from '../words/commands.ts'

function startsIn(text: string): string[][] {
  return readCommands(text).starts.map(({ words }) => words.map((word) => word.text))
}

const qemu = 'qemu-system-x86_64'

describe('comments of a script', () => {
  it.each([
    [`#!/bin/sh\n# ${qemu} -m 8G\n# (qemu) info block\n${qemu} -m 1G\n`],
    [`# kvm -m 3072 -cpu Penryn\nexec ${qemu} -m 1G # ${qemu} -m 5G`],
    [`${qemu} \\\n  -m 1G\n#  -smp 4\n# sudo ${qemu} -S`],
    [`root@host:~# ${qemu} -m 1G`],
    [`[root@host vm]# ${qemu} -m 1G\n# ${qemu} -m 2G`],
  ])('start nothing: %j', (text) => {
    expect(startsIn(text)).toEqual([['-m', '1G']])
  })

  it('are what there is where nothing else starts: root’s prompt looks the same', () => {
    expect(startsIn(`# ${qemu} -m 1G\n# (qemu) info block`)).toEqual([['-m', '1G']])
  })
})

describe('what a command would print', () => {
  it.each([
    ['$(readlink -f "$1" | head -1)', '$(readlink -f "$1" | head -1)'],
    ['$(cut -d")" -f 1 /a)', '$(cut -d")" -f 1 /a)'],
    ["$(awk '{print $1}' /a | tr ')' x)", "$(awk '{print $1}' /a | tr ')' x)"],
    ['$(a $(b "c d") e)', '$(a $(b "c d") e)'],
    ['`ls -t | head -1`', '`ls -t | head -1`'],
  ])('stays one word: %s', (said, word) => {
    expect(startsIn(`${qemu} -cdrom ${said} -m 1G`)).toEqual([['-cdrom', word, '-m', '1G']])
    expect(startsIn(`A=${said}\nB=$A\n${qemu} -cdrom $B -m 1G`)).toEqual([['-cdrom', word, '-m', '1G']])
    expect(startsIn(`A=${said}\n${qemu} -cdrom "x $A" -m 1G`)).toEqual([['-cdrom', `x ${word}`, '-m', '1G']])
  })

  test('has commas of its own', () => {
    const [read] = readArgv(`${qemu} -M q35 -drive file=$(ls -m | cut -d, -f1),if=virtio`).commands
    expect(read?.domain.devices?.disks?.[0]?.source?.file).toBe('$(ls -m | cut -d, -f1)')
    expect(read?.domain.devices?.disks?.[0]?.target?.bus).toBe('virtio')
  })

  test('is divided where the script says words', () => {
    expect(startsIn(`A="-m 1G"\n${qemu} $A -S`)).toEqual([['-m', '1G', '-S']])
  })
})

describe('arithmetic', () => {
  it.each([
    ['$(( 2048 * 8 ))', '16384'],
    ['$((2+3*4))', '14'],
    ['$(((2+3)*4-1))', '19'],
    ['$((N * 2))', '8'],
    ['$(($N*$\x7bN}))', '16'],
    ['$((7/2)),threads=$((7%4))', '3,threads=3'],
    ['"$((-2 + 6))"', '4'],
  ])('%s', (said, word) => {
    expect(startsIn(`N=4\n${qemu} -smp ${said}`)).toEqual([['-smp', word]])
  })

  it.each([
    '$((UNKNOWN*2))',
    '$((1<<4))',
    '$((1/0))',
    `$((${'('.repeat(200)}1))`,
    '$((99999999999999999999))',
  ])('stays as it is when it is not known: %s', (said) => {
    expect(startsIn(`${qemu} -smp ${said} -S`)[0]?.[1]).toContain('$((')
  })
})

describe('case', () => {
  const loop = (body: string) => `while [ $# -gt 0 ]; do\n  case "$1" in\n${body}\n  esac\n  shift\ndone\n`

  it.each([
    loop('-hda) HDA="$2"; shift ;;\n-m|-mem) MEM="$2"; shift;;\n*) exit 1 ;;'),
    loop('(-drive) D=$2 ;&\n  --smp)\n   N=$2\n   ;;'),
    'case $1 in -enable-kvm) K=1;; -m) M=2;; esac',
  ])('has patterns that are no options: %j', (text) => {
    expect(startsIn(text)).toEqual([])
    expect(startsIn(`${text}\n${qemu} -m 1G`)).toEqual([['-m', '1G']])
  })

  it('does what stands behind a pattern', () => {
    expect(startsIn(`case $1 in\nstart)\n  ${qemu} -m 1G\n  ;;\nstop) kill $P ;;\nesac`)).toEqual([
      ['-m', '1G'],
    ])
  })
})

test.each(['qemu-img create -f qcow2 "$1" 10G', 'echo $HOME', 'SIZE=$1', ''])(
  'a script without QEMU in it is said to be one: %j',
  (text) => {
    const { commands, findings } = readArgv(text)
    expect(commands).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'argv.no-qemu',
    ])
  },
)

describe('the log that libvirt keeps of a domain', () => {
  const head = '2024-03-01 08:00:00.123+0000: starting up libvirt version: 10.0.0, hostname: a\n'
  const command = `LC_ALL=C \\\nPATH=/bin \\\n/usr/bin/${qemu} \\\n-name guest=g,debug-threads=on \\\n-m 1G\n`

  it.each([
    [
      'apostrophes behind it',
      `${head}${command}2024-03-01T08:00:01Z qemu: warning: host doesn't support it\n`,
    ],
    [
      'more lines behind it',
      `${head}${command}char device redirected to /dev/pts/3 (label charserial0)\n2024-03-01T09:00:00Z ${qemu}: terminating on signal 15 from pid 1 (libvirtd)\n2024-03-01 09:00:00.200+0000: shutting down, reason=shutdown\n`,
    ],
    [
      'earlier starts',
      `${head}${command.replace('1G', '9G')}it's over\n2024-03-01 09:00:00.2+0000: shutting down\n${head}${command}`,
    ],
    ['the command in one line', `${head}${command.replaceAll('\\\n', '')}that's all\n`],
  ])('with %s', (_, text) => {
    expect(startsIn(text)).toEqual([['-name', 'guest=g,debug-threads=on', '-m', '1G']])
    expect(readCommands(text).findings).toEqual([])
  })
})

describe('lists as programs print and write them', () => {
  const words = ['-m', '2G', '-append', "it's a b"]

  it.each([
    ['Python', `INFO: running ['${qemu}', '-m', '2G', '-append', "it's a b"]`],
    [
      'Python source',
      `cmd = [\n    '${qemu}',  # the emulator\n    '-m', f'2G',\n    '-append', 'it\\'s a b',\n]\n`,
    ],
    ['subprocess', `subprocess.run(["/usr/bin/${qemu}", "-m", "2G", "-append", "it's a b"], check=True)`],
    ['Go with %q', `time=1 msg="launching" args=["${qemu}" "-m" "2G" "-append" "it's a b"]`],
    ['Go with %v', `level=info msg=[${qemu} -m 2G -append it's a b]`],
    ['Go source', `args := []string{\n  "${qemu}",\n  "-m", "2G", // much\n  "-append", "it's a b",\n}`],
    ['exec.Command', `exec.Command("${qemu}", "-m", "2G", "-append", "it's a b")`],
  ])('%s', (_, text) => {
    expect(startsIn(text)).toEqual([words])
  })

  it('are none where the shell has brackets', () => {
    expect(startsIn(`if [ "${qemu}" = "$1" ]; then ${qemu} -m 1G; fi`)).toEqual([['-m', '1G']])
    expect(startsIn(`A=("${qemu}" "-m" "1G")\n"\${A[@]}"`)).toEqual([['-m', '1G']])
  })
})
