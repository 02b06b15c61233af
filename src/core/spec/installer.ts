/** `installer:` of vm.yml: the CD that a system is installed from, and who answers its questions. */
import { hostPath, map, oneOf, textLike, trueFalse, value } from '../table/index.ts'

const notEmpty = textLike(/\S/, 'a text that is not empty')
const fetched = 'fetched and checked by create.sh'
const answers = 'goes into the answer file'

/** What a file that is fetched is compared with. */
export const checksumShape = (becomes: string) =>
  ({
    type: value(oneOf('sha256', 'sha512', 'md5', 'sha1'), {
      help: 'Kind of checksum.',
      default: 'sha256',
      becomes,
    }),
    value: value(textLike(/^[0-9a-fA-F]{32,128}$/, 'a checksum in hexadecimal digits'), {
      help: 'The checksum that the image has to have.',
      becomes,
    }),
  }) as const

const iso = (of: string) =>
  ({
    url: value(notEmpty, { label: 'Address', help: `Where ${of} is fetched.`, becomes: fetched }),
    path: value(hostPath, {
      label: 'File',
      help: `Where ${of} lies on the host; it takes the place of the address.`,
      becomes: '<disk device=cdrom><source file=…/>',
    }),
    checksum: map(checksumShape(fetched), {
      help: `What ${of} is compared with.`,
      becomes: fetched,
    }),
  }) as const

const keyboard = textLike(/^[a-z]{2,8}$/, 'the layout as X calls it, such as us, de or latam')

const unattended = {
  enabled: value(trueFalse, {
    label: 'Answer its questions',
    help: 'The installer asks nothing that cloud_init and ssh say: host name, language, time zone, user, key, packages. It installs onto the first disk, when that is empty.',
    default: false,
    becomes: 'an answer file on a CD of its own, or in the initrd that it starts from',
  }),
  answers: value(oneOf('auto', 'preseed', 'autoinstall', 'kickstart', 'autounattend'), {
    label: 'Answer file',
    help: 'Debian reads a preseed, Ubuntu an autoinstall, Fedora and its kin a kickstart, Windows an autounattend; auto is by guest.',
    default: 'auto',
    becomes: 'which answer file is written',
  }),
  password: value(oneOf('generate', 'none'), {
    help: 'create.sh makes one up and says it once, so that the files hold its hash alone; none: the key alone lets the user in. Windows gets none either way.',
    default: 'generate',
    becomes: answers,
  }),
  keyboard: value(keyboard, {
    help: 'Keyboard layout, such as us or de; that of cloud_init.locale when it is not said.',
    becomes: answers,
  }),
  desktop: value(oneOf('none', 'gnome', 'kde', 'xfce'), {
    help: 'The desktop that is installed.',
    default: 'none',
    becomes: answers,
  }),
} as const

export const installer = {
  ...iso('the ISO of the installer'),
  drivers: map(iso('the CD with drivers'), {
    help: 'A second CD with drivers. Windows gets that of virtio unless another one is said.',
  }),
  unattended: map(unattended, { help: 'The installer’s questions are answered by a file.' }),
  done: value(trueFalse, {
    label: 'Installed',
    help: 'The system is installed: the CDs are taken out.',
    default: false,
    becomes: 'the CDs of the installer are gone',
  }),
} as const
