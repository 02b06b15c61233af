/** The bundle of a set: a folder for each VM, and above them what makes and takes away all. */
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { type Design, writeSpecs } from '../spec/index.ts'
import { markdownBlock, markdownCode, markdownCodeCell, markdownText, utf8Encode } from '../text/index.ts'
import { type BundleOptions, bundle } from './bundle.ts'
import type { BundleFile } from './bundle-file.ts'
import { foldersOf } from './folders-of.ts'
import { runAllScript } from './run-all-script.ts'

export interface SetBundle {
  /** Names are unique. */
  readonly files: readonly BundleFile[]
  /** What the files of each VM can't say, in the order of the designs. */
  readonly findings: readonly (readonly Finding[])[]
}

const about: Readonly<Record<string, string>> = {
  'README.md': 'this page',
  'create.sh': 'makes and starts all',
  'destroy.sh': 'takes all away, the last first',
  'host-setup.sh': 'prepares the host; says what it would do, does it with --apply',
  'vm.yml': 'all designs: open it in vmwright',
}

/**
 * @param name what the set is called
 * @param host the host that all are to run on
 */
export function bundleSet(
  name: string,
  designs: readonly Design[],
  host: HostFacts | undefined,
  options: BundleOptions = {},
): SetBundle {
  const folders = foldersOf(
    designs.map((design) => design.name),
    Object.keys(about),
  )
  const bundles = designs.map((design) => bundle(design, host, options))
  const create = {
    script: 'create.sh',
    folders,
    about: `Makes the ${folders.length} VMs of ${name} on this host, and starts them`,
    hasHelp: true as const,
    failed: 'could not be made; those after it were not tried.',
    end: `printf '%s\\n' 'All ${folders.length} VMs are made.'\n`,
  }
  const destroy = {
    script: 'destroy.sh',
    folders: folders.toReversed(),
    about: `Stops the ${folders.length} VMs of ${name} and takes them away`,
    hasHelp: true as const,
    failed: 'could not be taken away; those after it were not tried.',
  }
  const setup = {
    script: 'host-setup.sh',
    folders,
    about: `Says what this host must do for the VMs of ${name}`,
    hasHelp: true as const,
    failed: 'could not be prepared for; those after it were not tried.',
  }
  const text = (file: string, content: string, executable = false): BundleFile => ({
    name: file,
    bytes: utf8Encode(content),
    executable,
  })
  return {
    files: [
      text('README.md', readme(name, designs, folders)),
      text('create.sh', runAllScript(create), true),
      text('destroy.sh', runAllScript(destroy), true),
      text('host-setup.sh', runAllScript(setup), true),
      text('vm.yml', writeSpecs(designs)),
      ...bundles.flatMap(({ files }, index) =>
        files.map((file) => ({ ...file, name: `${folders[index] ?? ''}/${file.name}` })),
      ),
    ],
    findings: bundles.map(({ findings }) => findings),
  }
}

function readme(name: string, designs: readonly Design[], folders: readonly string[]): string {
  const rows = designs.map((design, index) => {
    const folder = folders[index] ?? ''
    return `| ${markdownCodeCell(design.name)} | ${markdownCodeCell(folder)} |\n`
  })
  const files = Object.entries(about).map(([file, what]) => `| ${markdownCodeCell(file)} | ${what} |\n`)
  const [first = ''] = folders
  return `# ${markdownText(name)}

${designs.length} virtual machines of one design, made with vmwright. Each has a folder with a README.md of its own; what it needs of the host stands there.

${markdownBlock('sh', './create.sh --no-start --wait 0   # makes all, and starts none\n./create.sh --wait 0              # makes and starts all\n./destroy.sh                      # takes all away; it asks for each disk')}
The words of create.sh and destroy.sh go to those of each VM: ${markdownCode(`./${first}/create.sh --help`)} lists them. They end at the first VM that fails, and say which; run again, they change nothing that is done.

| VM | Folder |
|---|---|
${rows.join('')}
| | |
|---|---|
${files.join('')}`
}
