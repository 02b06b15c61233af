import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { busyMilliseconds } from '../../busy-time.test-helper.ts'
import { readCommands } from './commands.ts'

/** The words of each QEMU of a text, one text each. */
function startsIn(text: string): string[][] {
  return readCommands(text).starts.map(({ program, words }) => [program, ...words.map((word) => word.text)])
}

function codesIn(text: string): string[] {
  return readCommands(text).findings.map(
    ({ code, position }) => `${code} ${position?.line ?? '-'}:${position?.column ?? '-'}`,
  )
}

const qemu = 'qemu-system-x86_64'

describe('a shell command', () => {
  it.each([
    ['continuation lines', `${qemu} -m 4G \\\n  -smp 2 \\\r\n -S`, ['-m', '4G', '-smp', '2', '-S']],
    ['a blank behind the backslash', `${qemu} -m 4G \\ \n -S`, ['-m', '4G', '-S']],
    [
      'quotes of both kinds',
      `${qemu} -name 'my vm' -append "a \\"b\\" \\$c"`,
      ['-name', 'my vm', '-append', 'a "b" $c'],
    ],
    ['quotes inside a word', `${qemu} -drive file="/a b"/c,if='virtio'`, ['-drive', 'file=/a b/c,if=virtio']],
    ['an empty word', `${qemu} -append ''`, ['-append', '']],
    ['a comment behind it', `${qemu} -m 4G # much`, ['-m', '4G']],
    ['a hash in a word', `${qemu} -name a#b`, ['-name', 'a#b']],
    ['redirections', `${qemu} -m 4G > log 2>&1 < /dev/null &`, ['-m', '4G']],
    ['something behind it', `${qemu} -S && echo done; ls -l | wc`, ['-S']],
    [
      'quotes and dashes of a web page',
      `${qemu} \u2013m 4G -name \u201ca b\u201d`,
      ['-m', '4G', '-name', 'a b'],
    ],
    ['ANSI-C quotes', `${qemu} -name $'a b'`, ['-name', 'a b']],
    ['JSON without blanks', `${qemu} -blockdev '{"driver":"file"}'`, ['-blockdev', '{"driver":"file"}']],
  ])('with %s', (_, text, words) => {
    expect(startsIn(text)).toEqual([[qemu, ...words]])
    expect(codesIn(text)).toEqual([])
  })

  it.each([
    'sudo -E',
    'exec',
    'nohup nice -n 5',
    'taskset -c 0-3',
    'FOO=bar',
    'env FOO=bar',
    'cd /vm &&',
    'user@host:~$',
    '[root@host vm]#',
    '$',
    '#',
    'if true; then',
    'start_vm() {',
    '```sh\n',
  ])('behind %s', (before) => {
    expect(startsIn(`${before} ${qemu} -m 4G`)).toEqual([[qemu, '-m', '4G']])
  })

  it.each([
    'apt install qemu-system-x86_64',
    'echo qemu-system-x86_64 -m 4G',
    'pgrep -f qemu-system-x86_64 -a',
    '# a comment about qemu-system-x86_64 and more',
    'name: vm\nram: 4G',
    '',
  ])('is not in %j', (text) => {
    expect(startsIn(text)).toEqual([])
  })

  it('keeps the environment that is set for it', () => {
    const [start] = readCommands(`QEMU_AUDIO_DRV=pa sudo env A='b c' ${qemu} -S`).starts
    expect([...(start?.environment ?? [])]).toEqual([
      ['QEMU_AUDIO_DRV', 'pa'],
      ['A', 'b c'],
    ])
  })

  it('goes on where a backslash was lost', () => {
    const text = `${qemu} -m 4G\n  -smp 2 \\\n  # -device x\n  -S`
    expect(startsIn(text)).toEqual([[qemu, '-m', '4G', '-smp', '2', '-S']])
    expect(codesIn(text)).toEqual(['argv.joined 2:3', 'argv.joined 4:3'])
  })

  it('may begin with its options', () => {
    expect(startsIn('-machine q35 -m 4G')).toEqual([[qemu, '-machine', 'q35', '-m', '4G']])
  })

  it('is found when it is commented out and there is no other', () => {
    expect(startsIn(`# ${qemu} -m 4G`)).toEqual([[qemu, '-m', '4G']])
  })

  it.each([
    [`${qemu} -name 'a b -m 4G`, 'argv.unclosed-quote 1:26'],
    [`${qemu} -name "a\n-m 4G`, 'argv.unclosed-quote 1:26'],
  ])('with a quote that is never closed: %j', (text, code) => {
    expect(codesIn(text)).toEqual([code])
    expect(startsIn(text)).toHaveLength(1)
  })
})

describe('a script', () => {
  it.each([
    ['a variable', `DISK=/a.img\n${qemu} -hda $DISK`, ['-hda', '/a.img']],
    ['a variable with a blank in quotes', `D="/a b"\n${qemu} -hda "\${D}"`, ['-hda', '/a b']],
    ['several words in a variable', `OPTS="-m 4G  -S"\n${qemu} $OPTS -s`, ['-m', '4G', '-S', '-s']],
    ['a variable that grows', `O="-m 4G"\nO="$O -S"\nO+=" -s"\n${qemu} $O`, ['-m', '4G', '-S', '-s']],
    ['an empty variable', `O=\n${qemu} $O -S`, ['-S']],
    ['a default', `${qemu} -m \${RAM:-4G}`, ['-m', '4G']],
    ['exported variables', `export A=1 B=2\n${qemu} -smp $A,cores=$B`, ['-smp', '1,cores=2']],
    [
      'an array',
      `args=(\n  -m 4G # memory\n  -name "a b"\n)\nargs+=( -S )\n${qemu} "\${args[@]}"`,
      ['-m', '4G', '-name', 'a b', '-S'],
    ],
    ['a declared array', `declare -a A=(-m 4G)\n${qemu} \${A[@]} -S`, ['-m', '4G', '-S']],
    ['its own arguments', `${qemu} -S "$@"`, ['-S']],
  ])('with %s', (_, text, words) => {
    expect(startsIn(text)).toEqual([[qemu, ...words]])
    expect(codesIn(text)).toEqual([])
  })

  it('with the program in a variable, known or not', () => {
    expect(startsIn(`QEMU=/opt/${qemu}\n"$QEMU" -m 4G`)).toEqual([[`/opt/${qemu}`, '-m', '4G']])
    expect(startsIn('$QEMU -m 4G')).toEqual([[qemu, '-m', '4G']])
  })

  it('says which variables it does not know, and leaves them', () => {
    const text = `${qemu} -smp $(nproc) \\\n -hda "$HOME/a.img"`
    expect(startsIn(text)).toEqual([[qemu, '-smp', '$(nproc)', '-hda', '$HOME/a.img']])
    expect(codesIn(text)).toEqual(['argv.unknown-variable 1:25', 'argv.unknown-variable 2:8'])
  })

  it('takes what is set on a condition only when nothing else is, and says so', () => {
    const text = `A=1\nif x; then A=2; B=3; args+=(-S); fi\n${qemu} -smp $A -m $B $args`
    expect(startsIn(text)).toEqual([[qemu, '-smp', '1', '-m', '3', '$args']])
    expect(codesIn(text)).toEqual([
      'argv.condition 2:12',
      'argv.condition 2:17',
      'argv.condition 2:29',
      'argv.unknown-variable 3:34',
    ])
  })

  it('is not misled by the text of a here document', () => {
    expect(startsIn(`cat > x <<EOF\n${qemu} -S\nEOF\n${qemu} -s`)).toEqual([[qemu, '-s']])
  })

  it('may start several', () => {
    expect(startsIn(`${qemu} -S\nqemu-system-aarch64 -M virt`)).toHaveLength(2)
  })

  it('starts programs beside QEMU', () => {
    const { besides } = readCommands(
      [
        '/usr/libexec/virtiofsd --socket-path=/tmp/fs.sock --shared-dir /srv &',
        'virtiofsd --socket-path=/tmp/old.sock -o source=/home,cache=always &',
        'swtpm socket --tpm2 --tpmstate dir=/var/tpm --ctrl type=unixio,path=/tmp/tpm.sock &',
        'passt --socket /tmp/passt.sock',
        `${qemu} -S`,
      ].join('\n'),
    )
    expect(besides.map(({ name, socket, directory }) => [name, socket, directory])).toEqual([
      ['virtiofsd', '/tmp/fs.sock', '/srv'],
      ['virtiofsd', '/tmp/old.sock', '/home'],
      ['swtpm', '/tmp/tpm.sock', '/var/tpm'],
      ['passt', '/tmp/passt.sock', undefined],
    ])
  })
})

describe('other texts', () => {
  it.each([
    ['a JSON list', `["${qemu}", "-m", 4096, "-S"]`, ['-m', '4096', '-S']],
    ['a JSON map with a list', `{"cmd": ["${qemu}", "-S"]}`, ['-S']],
    ['a container’s CMD', `FROM x\nCMD ["${qemu}", "-m", "4G"]`, ['-m', '4G']],
    [
      'a YAML list',
      `command:\n  - ${qemu}\n  - -m 4G\n  - "-append"\n  - 'a b'`,
      ['-m', '4G', '-append', 'a b'],
    ],
    ['a YAML list in one line', `command: [${qemu}, -m, "4G"]`, ['-m', '4G']],
    ['/proc/PID/cmdline', `${qemu}\0-name\0a b\0-S\0`, ['-name', 'a b', '-S']],
    [
      'ps aux',
      `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1234 3.1 12.0 123 456 ? Sl Nov21 1:02 ${qemu} -name my vm -blockdev {"driver": "file"} -S`,
      ['-name', 'my vm', '-blockdev', '{"driver": "file"}', '-S'],
    ],
    ['ps -ef', `libvirt+ 99 1 3 10:00 ? 00:01:02 ${qemu} -m 4G -S`, ['-m', '4G', '-S']],
    ['pgrep -a', `99 ${qemu} -m 4G`, ['-m', '4G']],
    [
      'a systemd unit',
      `[Service]\nType=simple\nExecStart=-${qemu} -m 4G \\\n  -S\nRestart=no`,
      ['-m', '4G', '-S'],
    ],
  ])('%s', (_, text, words) => {
    expect(startsIn(text)).toEqual([[qemu, ...words]])
  })

  it('lines of Windows', () => {
    const text =
      'REM a VM\r\nset RAM=4G\r\n"C:\\Program Files\\qemu\\qemu-system-x86_64.exe" -m %RAM% ^\r\n -hda C:\\vm\\a.img'
    expect(startsIn(text)).toEqual([
      ['C:\\Program Files\\qemu\\qemu-system-x86_64.exe', '-m', '4G', '-hda', 'C:\\vm\\a.img'],
    ])
  })

  it('point at each word', () => {
    const { starts } = readCommands(`["${qemu}",\n "-m"]`)
    expect(starts[0]?.words[0]?.position).toMatchObject({ line: 2, column: 2 })
  })
})

describe('hostile texts', () => {
  test('never throw', () => {
    const pieces = fc.constantFrom(
      ...`' " \\ $ \${ } ( ) [ ] { \n \0 # & | ; < << > = + \` ^ % @ if fi for done args=( args+=( - -m 4G ${qemu} ROOT 12 :- EOF`.split(
        ' ',
      ),
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        readCommands(parts.join(''))
        readCommands(`${qemu} ${parts.join(' ')}`)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['variables that double themselves', `A=aaaaaaaa\n${'A=$A$A\n'.repeat(100)}${qemu} $A`],
    ['deep JSON', '['.repeat(200_000)],
    ['open quotes', `${qemu} ${'"'.repeat(100_001)}`],
    ['open expansions', `${qemu} ${'${'.repeat(50_000)}`],
    ['many words', `${qemu} ${'-device x '.repeat(100_000)}`],
    ['one long word', `${qemu} ${'a'.repeat(2_000_000)}`],
    ['NULs', `${qemu}${'\0-S'.repeat(100_000)}`],
    ['a long line of ps', `root 1 ${'a '.repeat(200_000)}`],
    ['many numbers', `${'1 '.repeat(200_000)}`],
    ['many dashes', `${'- - '.repeat(200_000)}`],
    ['backslashes and blanks', `${qemu} ${'\\ '.repeat(200_000)}`],
    ['blanks', `${' '.repeat(2_000_000)}${qemu}`],
    ['lines of blanks', `${`${' '.repeat(1000)}\n`.repeat(1000)}${qemu}`],
  ])('%s take time as the text is long', (_, text) => {
    expect(busyMilliseconds(() => readCommands(text))).toBeLessThan(2000)
  })
})
