# Reviewed by: nobody yet.
# Words of signing in with the account of a municipality.

provider-begin = Zaloguj się przez { $name }
provider-none = Ta gmina nie ma tu własnego sposobu logowania.
provider-unreachable = System logowania Państwa gminy nie odpowiada.
provider-not-understood = System logowania Państwa gminy dał odpowiedź, której nie rozumiemy.
provider-not-registered = System logowania Państwa gminy nie zna programu Samenspel albo zna go źle.
provider-cancelled = Logowanie zostało przerwane. Nic się nie stało.
provider-not-finished = Logowanie w Państwa gminie nie zostało dokończone.
provider-incomplete = Ten adres nie jest poprawny. Czegoś w nim brakuje albo jest czegoś za dużo.
provider-unknown = Nie znamy tego logowania albo już go nie znamy.
provider-took-too-long = Logowanie trwało dłużej niż dziesięć minut. Dlatego jest nieważne.
provider-other-browser = Logowanie zaczęło się w innej przeglądarce albo w innej karcie.
provider-used-already = To logowanie było już użyte. Można to zrobić tylko raz.
provider-code-spent = Państwa gmina mówi, że to logowanie było już użyte albo jest za stare.
provider-other-provider = Odpowiedź przyszła z innego systemu logowania niż system Państwa gminy. Dlatego jest nieważna.
provider-for-another = Państwa gmina dała odpowiedź, która jest dla innego programu.
provider-other-sign-in = Odpowiedź Państwa gminy należy do innego logowania.
provider-not-genuine = Nie możemy sprawdzić, czy odpowiedź naprawdę pochodzi od Państwa gminy. Dlatego jest nieważna.
provider-from-the-future = Według naszego zegara odpowiedź Państwa gminy przyszła z przyszłości. Jeden z dwóch zegarów chodzi źle.
provider-long-past = Według naszego zegara odpowiedź Państwa gminy jest za stara. Może jeden z dwóch zegarów chodzi źle.
provider-too-weak = Logowanie się udało, ale bez drugiego kroku, którego wymaga Państwa gmina.
provider-nobody = Państwa gmina nie powiedziała, kto się loguje.

provider-way-again = Proszę zacząć logowanie od nowa.
provider-way-later = Proszę spróbować ponownie za kilka minut. Jeśli się nie uda, proszę zalogować się w inny sposób.
provider-way-second-step = Proszę zalogować się ponownie, z drugim krokiem. To na przykład kod na telefonie.
provider-way-other = Proszę zalogować się w inny sposób.
provider-way-tell-municipality = Proszę powiedzieć o tym administratorowi programu Samenspel w swojej gminie. Kolejna próba zwykle nie pomaga.
provider-way-check-clock = Proszę spróbować jeszcze raz. Jeśli to się powtarza, proszę powiedzieć administratorowi technicznemu, że zegar serwera może chodzić źle.
