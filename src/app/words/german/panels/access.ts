/** The part access of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const access: Catalogue = {
  empty: 'leer',
  Login: 'Anmeldung',
  'Over SSH, with a key. The port is with the network.':
    'Über SSH, mit einem Schlüssel. Der Port steht beim Netzwerk.',
  'default (auto)': 'Vorgabe (auto)',
  'Your public key is not known; the host facts have a place for it.':
    'Ihr öffentlicher Schlüssel ist nicht bekannt; die Angaben über den Host haben einen Platz dafür.',
  'First boot': 'Erster Start',
  'Europe/Vienna': 'Europe/Vienna',
  Users: 'Benutzer',
  'The user of the image, else the one who logs in': 'Der Benutzer des Abbilds, sonst wer sich anmeldet',
  file: 'Datei',
  'No file is written': 'Keine Datei wird geschrieben',
  'More of cloud-init': 'Mehr von cloud-init',
  'early commands, network, mirrors, user-data of your own':
    'frühe Befehle, Netzwerk, Spiegel, eigene user-data',
  'Your own public key': 'Ihr eigener öffentlicher Schlüssel',
  'A new pair for this VM alone': 'Ein neues Paar nur für diese VM',
  'No key: another way in is needed': 'Kein Schlüssel: Ein anderer Weg hinein ist nötig',
  User: 'Benutzer',
  'No name yet': 'Noch kein Name',
  'password login': 'Anmeldung mit Passwort',
  'No path yet': 'Noch kein Pfad',
}
