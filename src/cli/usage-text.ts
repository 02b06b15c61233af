/** What `--help` prints. */
import { checkTargets } from './check-targets.ts'
import { inputFormats } from './input-formats.ts'
import { outputFormats, styles } from './output-formats.ts'
import { optionWords } from './target-options.ts'

/** Words with commas between them, as many in a line of the text on options as it takes. */
function listed(words: readonly string[]): string {
  const lines: string[] = []
  for (const [index, word] of words.entries()) {
    const said = index < words.length - 1 ? `${word},` : word
    const last = lines.at(-1)
    if (last === undefined || last.length + said.length > 78) lines.push(said)
    else lines[lines.length - 1] = `${last} ${said}`
  }
  return lines.join(`\n${' '.repeat(18)}`)
}

export const usage = `usage:
  vmwright convert INPUT... [--from FORMAT] --to FORMAT [--style ${styles.join('|')}]
                   [--onto VM.yml] [--vm NAME] [--host FILE] [--out FILE|DIR] [--set TABLE]
                   [--option NAME=WORD,...] [--force] [--no-spec]
  vmwright check INPUT... [--from FORMAT] [--vm NAME] [--host FILE] [--set TABLE]
                   [--target TARGET] [--json] [--sarif[=FILE]]
  vmwright bundle INPUT [--from FORMAT] [--vm NAME] [--host FILE] --out DIR|FILE.zip
                   [--set TABLE] [--force] [--no-spec]
  vmwright preset [NAME]
  vmwright systems [WORD...]
  vmwright why [DESIGN] [--message FILE] [--from FORMAT] [--vm NAME] [--host FILE] [--json]
  vmwright compare A B [--vm NAME] [--host FILE] [--connect URI] [--script] [--json]
  vmwright --help | --version

bundle writes all that it takes to run one VM: domain XML, scripts, the cloud-init seed, README.md.
preset lists designs to start from, or prints one of them as vm.yml.
systems lists what a design may say in guest, or those of it that have the words in their names.
why reads an error message of virsh, virt-manager, QEMU, passt, swtpm, virtiofsd or the kernel from
standard input, and says its cause, its place in the DESIGN and what mends it.
compare says what differs between A, as virsh dumpxml prints it or any other INPUT, and B, when each
difference is in force, and the commands that make A what B is. Its exit status is that of diff: 0
equal, 1 different, 2 nothing to compare.
An INPUT is a file, - for standard input, or a link itself.

  --from FORMAT   what the inputs are; told from their text when not said. One of
                  ${listed(inputFormats)}.
                  argv is a QEMU command line: a shell command, a script, a list of words, a line of ps
  --to FORMAT     what they become. One of
                  ${listed(outputFormats)}.
                  svg is a picture of the machine
  --style STYLE   of QEMU's command line (argv, shell, explain): long as libvirt runs it, short as a
                  person writes it by hand, with the same devices; long when not said
  --onto VM.yml   put what was edited back into this vm.yml: with --to yaml the file with the edit
                  in it, its comments and all else as they were
  --vm NAME       the VM that is meant, in a file that has several
  --host FILE     JSON file with what is known about the host
  --out FILE|DIR  where the result goes instead of standard output; in a directory (one that
                  exists, or written with / at its end) each input gives BASE.EXT
  --set TABLE     many VMs of the one design: a CSV or TSV file whose heading names fields (name, mac,
                  host port, address, cpuset, host devices, or the path of any other), a VM a row;
                  web-{01..12} in a cell makes twelve rows. The result is that of all VMs as a whole
  --option NAME=WORD,...
                  what a format of others leaves to choose: ${optionWords('                  ')}
  --force         write what can be written although there are errors
  --no-spec       domain XML without the design: else it has the vm.yml in its metadata, without
                  secrets, so that the XML alone brings the design back
  --target TARGET findings about the design as such and this target; the backend of the design when
                  not said, all for those that every design has. The status is by what is printed. One of
                  ${listed(checkTargets)}
  --message FILE  where the message is, when it is not on standard input
  --connect URI   the connection in the commands; that of the design when not said
  --script        the commands alone
  --json          findings, answers, or differences, as JSON
  --sarif[=FILE]  findings as a SARIF 2.1.0 log for CI, to FILE or standard output

Exit status: 0 no errors, 1 an input had errors, 2 wrong usage.
`
