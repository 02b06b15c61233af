/** `installer:` of vm.yml: the CD that a system is installed from, and who answers its questions. */
import { hostPath, map, oneOf, textLike, trueFalse, value } from '../table/index.ts'

const notEmpty = textLike(/\S/, 'a text that is not empty')
const becomes = 'how the disk is made; the scripts do it before the VM is defined'
const answer = { becomes: 'goes into the answer file' } as const

/** What a file that is fetched is compared with. */
export const checksumShape = {
  type: value(oneOf('sha256', 'sha512', 'md5', 'sha1'), {
    help: 'Kind of checksum.',
    default: 'sha256',
    becomes,
  }),
  value: value(textLike(/^[0-9a-fA-F]{32,128}$/, 'a checksum in hexadecimal digits'), {
    help: 'The checksum that the image has to have.',
    becomes,
  }),
} as const

/** The help is in the words of a source, which the page has anyway: what it asks for at once is small. */
const iso = {
  url: value(notEmpty, { label: 'ISO address', help: 'Where the image is fetched.', becomes }),
  path: value(hostPath, {
    label: 'ISO file',
    help: 'The image on the host, in place of an address.',
    becomes,
  }),
  checksum: map(checksumShape, { help: 'What the fetched image is compared with.', becomes }),
} as const

const unattended = {
  enabled: value(trueFalse, {
    label: 'Answer its questions',
    help: 'A file made of cloud_init and ssh does, and takes the first disk if that is empty.',
    ...answer,
  }),
  answers: value(oneOf('auto', 'preseed', 'autoinstall', 'kickstart', 'autounattend'), {
    label: 'Answer file',
    help: 'What the installer reads; auto is by guest.',
    default: 'auto',
    ...answer,
  }),
  password: value(oneOf('generate', 'none'), {
    help: 'create.sh makes one up and says it once. Windows gets none.',
    default: 'generate',
    ...answer,
  }),
  keyboard: value(textLike(/^[a-z]{2,8}$/, 'a layout such as us or de'), {
    help: 'Keyboard layout; by cloud_init.locale when it is not said.',
    ...answer,
  }),
  desktop: value(oneOf('none', 'gnome', 'kde', 'xfce'), {
    help: 'Desktop to install.',
    default: 'none',
    ...answer,
  }),
} as const

export const installer = {
  ...iso,
  drivers: map(iso, { help: 'A second CD with drivers; for Windows that of virtio.' }),
  unattended: map(unattended, { help: 'Who answers its questions.' }),
  done: value(trueFalse, { label: 'Installed', help: 'The CDs are taken out.', becomes: 'no CD' }),
} as const
