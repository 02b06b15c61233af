/** The part shares of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const shares: Catalogue = {
  'Who owns what': 'Wem was gehört',
  'User ids': 'Benutzer-IDs',
  'Group ids': 'Gruppen-IDs',
  guest: 'Gast',
  host: 'Host',
  ' you': ' Sie',
  'To give you the files of the guest’s first user, vmwright has to know your user id and the range in /etc/subuid and /etc/subgid.':
    'Damit Ihnen die Dateien des ersten Benutzers im Gast gehören, braucht vmwright Ihre Benutzer-ID und den Bereich in /etc/subuid und /etc/subgid.',
  'Say who you are on the host': 'Sagen, wer Sie auf dem Host sind',
  'In the guest': 'Im Gast',
  'the mount line of {1}': 'die Mount-Zeile von {1}',
  'At each boot': 'Bei jedem Start',
  'line of /etc/fstab': 'Zeile für /etc/fstab',
  '{1}, or a line of /etc/fstab': '{1} oder eine Zeile für /etc/fstab',
  '<code>/etc/systemd/system/{1}</code>, then <code>systemctl enable --now</code> it:':
    '<code>/etc/systemd/system/{1}</code>, dann mit <code>systemctl enable --now</code> einschalten:',
  'Or one line of <code>/etc/fstab</code>, with {1} made before:':
    'Oder eine Zeile in <code>/etc/fstab</code>, {1} zuvor angelegt:',
  'the fstab line of {1}': 'die fstab-Zeile von {1}',
  'No directory of the host is seen in the guest': 'Kein Verzeichnis des Hosts ist im Gast zu sehen',
  'No tag yet': 'Noch kein Tag',
  'no directory yet': 'noch kein Verzeichnis',
  'Fast, with the semantics of a local directory; Linux 5.4 or Windows with WinFsp':
    'Schnell, mit der Semantik eines lokalen Verzeichnisses; Linux 5.4 oder Windows mit WinFsp',
  'Slow, needs nothing on the host; for old kernels': 'Langsam, braucht nichts auf dem Host; für alte Kernel',
}
