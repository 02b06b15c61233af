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
    url: value(notEmpty, { label: 'ISO address', help: `Where ${of} is fetched.`, becomes: fetched }),
    path: value(hostPath, {
      label: 'ISO file',
      help: `Where ${of} lies on the host, in place of an address.`,
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
    help: 'A file made of cloud_init and ssh answers the installer, which takes the first disk when it is empty.',
    default: false,
    becomes: answers,
  }),
  answers: value(oneOf('auto', 'preseed', 'autoinstall', 'kickstart', 'autounattend'), {
    label: 'Answer file',
    help: 'What the installer reads; auto is by guest.',
    default: 'auto',
    becomes: answers,
  }),
  password: value(oneOf('generate', 'none'), {
    help: 'create.sh makes one up and says it once; none: the key alone lets the user in. Windows gets none.',
    default: 'generate',
    becomes: answers,
  }),
  keyboard: value(keyboard, {
    help: 'Keyboard layout, such as us or de; by cloud_init.locale when it is not said.',
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
    help: 'A second CD with drivers; for Windows that of virtio.',
  }),
  unattended: map(unattended, { help: 'Whether a file answers the installer’s questions.' }),
  done: value(trueFalse, {
    label: 'Installed',
    help: 'The CDs are taken out.',
    default: false,
    becomes: 'no CD of the installer',
  }),
} as const
