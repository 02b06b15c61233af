/** README.md of one VM: what it is, what it needs, what each file is for. */
import { type GuestMount, guestMounts } from '../exports/index.ts'
import type { SetupStep } from '../host/index.ts'
import {
  markdownCode as code,
  markdownCodeCell as codeCell,
  markdownBlock,
  ownValue,
  markdownText as plain,
} from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { neededFiles } from './needed-files.ts'
import { word } from './shell-words.ts'
import { sshAlias } from './ssh-config.ts'
import { whatItIs } from './what-it-is.ts'

/** @param names the files of the bundle */
export function readme(plan: BundlePlan, names: readonly string[], steps: readonly SetupStep[]): string {
  const mounts = guestMounts(plan.libvirt.domain)
  return [
    `# ${plain(plan.design.name)}\n`,
    `A virtual machine, designed with vmwright.\n\n${whatItIs(plan)}`,
    '## Start it\n',
    starting(plan, steps),
    ...installation(plan),
    '## Log in\n',
    loggingIn(plan),
    '## Stop it\n',
    stopping(plan),
    ...(steps.length === 0 ? [] : ['## What the host needs\n', hostNeeds(steps)]),
    ...(mounts.length === 0 ? [] : ['## Shares\n', shares(plan, mounts)]),
    '## Files\n',
    fileTable(names),
  ].join('\n')
}

function starting(plan: BundlePlan, steps: readonly SetupStep[]): string {
  const { design, uri, libvirt, forward } = plan
  const root = uri === 'qemu:///system' ? 'sudo ' : ''
  const hasShares = (libvirt.domain.devices?.filesystems ?? []).some(
    ({ source }) => source?.dir !== undefined,
  )
  const lines = [
    ...(steps.length === 0 ? [] : ['./host-setup.sh                # says what the host must do first']),
    `${root}./create.sh${hasShares ? ' --make-shares' : ''}`,
  ]
  const byHand =
    design.spec.backend === 'qemu'
      ? 'The design says `backend: qemu`: create.sh makes the files of the VM, and says how to start qemu.sh.'
      : `create.sh checks what is needed, makes ${makesDisk(plan) ? 'the disk' : 'the files of the VM'}${hasShares ? ', the directories of the shares' : ''} and the domain${forward === undefined ? ' and starts it' : ', starts it, and waits for SSH'}. Run again, it changes nothing. Without libvirt: \`./create.sh --files\`, then the qemu.sh that it names.`
  return `${filesFirst(plan)}${block(lines)}\n${byHand}\n\nThe connection is \`${uri}\`. Afterwards: ${code(`virsh -c ${uri} start ${word(design.name)}`)}.\n`
}

function installation({ libvirt, windows, makesPassword, answers }: BundlePlan): string[] {
  const { installation: wanted } = libvirt
  if (wanted === undefined) return []
  const media = wanted.media.map(
    ({ what, file, url }) =>
      `- ${what}: ${code(file)}${url === undefined ? '' : `, fetched from ${code(url)}`}\n`,
  )
  const questions =
    answers === undefined
      ? 'The installer asks its questions at the screen.'
      : windows
        ? 'The answers are in `answers/`, on a CD of their own. Windows Setup starts only when a key is pressed within five seconds: create.sh presses it at the first start. It asks for the product key, which is left to you, and erases the first disk. The user has no password: Windows lets such a user in at the screen alone.'
        : `The answers are in \`answers/\`, and the installer reads them by itself. It refuses a disk that has partitions, so that nothing is installed over; the VM powers off at the end.${makesPassword ? ' create.sh makes a password up, says it once and keeps it nowhere: the files have its hash.' : ''}`
  const done = block(['./create.sh --installed'])
  return [
    '## Install the system\n',
    `${media.join('')}\n${questions}\n\nWhen it is installed and the VM is off, take the installer out. Without libvirt it is qemu-installed.sh that runs then.\n\n${done}\nThe design says the same with \`installer: {done: true}\`.\n`,
  ]
}

function makesDisk({ rootDisk, newDisks }: BundlePlan): boolean {
  return rootDisk !== undefined || newDisks.length > 0
}

function filesFirst(plan: BundlePlan): string {
  const files = neededFiles(plan.libvirt)
  if (files.length === 0) return ''
  const lines = files.map(({ file, what }) => `- ${plain(what)}: ${code(file)}\n`)
  return `Put these there first; create.sh says what is missing.\n\n${lines.join('')}\n`
}

function loggingIn(plan: BundlePlan): string {
  const { design, uri, forward, key, login, firstPort } = plan
  const keys = {
    generate: 'create.sh makes a key pair beside itself, once: `ssh-key` and `ssh-key.pub`.',
    own: 'The key is your own `~/.ssh/id_ed25519.pub`; when there is none, create.sh makes `ssh-key` here.',
    file: `The key is that of ${code(key.kind === 'file' ? key.path : '')}.`,
    known: 'The public key of the host facts is in the seed.',
    none: 'No SSH key goes in.',
  } as const
  const port = firstPort === undefined ? '' : ' -p PORT'
  const ssh = forward === undefined ? [] : [`ssh -F ssh.config${port} ${sshAlias(plan)}`]
  const how = ssh.length === 0 ? '' : `${block(ssh)}\n`
  const who = login === undefined ? '' : ` The user is ${code(login)}.`
  const screen = hasScreen(plan)
    ? ` The screen: ${code(`virt-viewer -c ${uri} -- ${word(design.name)}`)}.`
    : ''
  const console = `The console: ${code(`virsh -c ${uri} console ${word(design.name)}`)}.`
  return `${how}${keys[key.kind]}${who} ${console}${screen}\n`
}

/** Without a video card there is a display and nothing to see in it: a passed-through card has a screen of its own. */
function hasScreen({ libvirt }: BundlePlan): boolean {
  const { graphics = [], video = [] } = libvirt.domain.devices ?? {}
  const hasCard = video.length === 0 || video.some(({ model }) => model !== 'none')
  return hasCard && graphics.some(({ type }) => type === 'spice' || type === 'vnc')
}

function stopping(plan: BundlePlan): string {
  const { design, uri, libvirt } = plan
  const tpm = (libvirt.domain.devices?.tpm ?? []).length > 0
  const lost = tpm
    ? ' The TPM and the variables of the firmware go: save recovery keys of an encrypted disk first.'
    : ''
  const disk = makesDisk(plan)
    ? 'It asks before it deletes a disk that create.sh made in the directory of the VM; `--delete-disk` says so at once. What was there before, and what is anywhere else, always stays.'
    : 'It never touches the disk, which was there before.'
  return `${block([`virsh -c ${uri} shutdown ${word(design.name)}`])}
\`./destroy.sh\` takes the VM away. ${disk}${lost}\n`
}

function hostNeeds(steps: readonly SetupStep[]): string {
  const list = steps.map(
    ({ title, why, done }) => `- ${plain(title)}${done === true ? ' (done already)' : ''}: ${plain(why)}\n`,
  )
  return `${list.join('')}\n\`./host-setup.sh\` says what it would do; with \`--apply\`, as root, it does it.\n`
}

function shares({ libvirt, uri, host, hasSeed }: BundlePlan, mounts: readonly GuestMount[]): string {
  const filesystems = libvirt.domain.devices?.filesystems ?? []
  const rows = mounts.map(({ index, mountPoint }) => {
    const share = filesystems[index]
    return `| ${codeCell(share?.source?.dir ?? '')} | ${codeCell(mountPoint)} |\n`
  })
  const mapped = filesystems.some(({ idmap }) => idmap !== undefined)
  const isVirtiofs = filesystems.some(({ driver }) => driver?.type === 'virtiofs')
  const ids = code(`${host.user?.name ?? 'NAME'}:100000:65536`)
  const older =
    mapped && isVirtiofs
      ? `\nThe id map (guest user 1000 is you) needs libvirt 10.0 or newer${uri === 'qemu:///session' ? `, and for a session subordinate ids: a line such as ${ids} in /etc/subuid and /etc/subgid, with newuidmap and newgidmap installed` : ''}. With an older libvirt remove the \`<idmap>\` elements from domain.xml: in a session the guest's root is then you and other users of the guest own nothing; as root, ids are the same on both sides.\n`
      : isVirtiofs && uri === 'qemu:///session'
        ? `\nWithout an id map the guest's root is you on the host; files of other guest users need subordinate ids. Put user, subuid and subgid into the host facts and the design gets one (libvirt 10.0 or newer).\n`
        : ''
  return `| On the host | In the guest |\n|---|---|\n${rows.join('')}
\`guest/\` has a systemd mount unit for each. ${hasSeed ? 'cloud-init puts them in at the first boot; in a guest without it' : 'In the guest'}, as root: copy them to /etc/systemd/system, then \`systemctl enable --now UNIT\`.\n${older}`
}

const about: Readonly<Record<string, string>> = {
  'README.md': 'this page',
  'create.sh': 'makes and starts the VM',
  'destroy.sh': 'takes it away',
  'host-setup.sh': 'prepares the host; says what it would do, does it with --apply',
  'dump-vbios.sh':
    'reads the ROM of the graphics card into the file that the design names; a file that is there stays',
  'qemu.sh': 'runs the same machine with QEMU alone',
  'domain.xml': 'the domain, for libvirt; /@HOME@ stands for your home, create.sh puts it in',
  'domain-installed.xml': 'the domain without the installer',
  'qemu-installed.sh': 'runs it with QEMU alone',
  'answers.iso': 'what the installer reads in place of asking',
  'answers.cpio': 'what the installer reads in place of asking',
  'vm.yml': 'the design itself: open it in vmwright',
  'seed.iso': 'what cloud-init reads at the first boot',
  'user-data': 'a part of the seed',
  'meta-data': 'a part of the seed',
  'network-config': 'a part of the seed',
  'ssh.config': 'for ssh -F',
  SHA256SUMS: 'sha256sum -c SHA256SUMS',
}

function fileTable(names: readonly string[]): string {
  const rows = names.map(
    (name) =>
      `| ${codeCell(name)} | ${ownValue(about, name) ?? (name.startsWith('answers/') ? 'a part of the answers' : 'a mount unit for the guest')} |\n`,
  )
  return `| | |\n|---|---|\n${rows.join('')}`
}

function block(lines: readonly string[]): string {
  return markdownBlock('sh', lines.join('\n'))
}
