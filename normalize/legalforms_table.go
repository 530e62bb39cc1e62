package normalize

// legalFormTable has the legal forms of companies: one a line, the jurisdictions by their ISO 3166-1 codes, a colon, and the
// spellings, the first of which is the form's code. Case, accents, full stops, commas and spaces make no difference. A spelling stands
// after the name, with "…" before it or after it, and with a "…" between its halves around it. "?" marks one that is a word or another
// abbreviation too, "??" one that mostly is; see evidence. Lines that share a spelling share the code. The list is written by hand.
const legalFormTable = `
DE AT CH LI: GmbH|Gesellschaft mit beschränkter Haftung|Ges.m.b.H.|GesmbH|Gesellschaft mbH|mbH|Ges. m. b. H.
DE: gGmbH|gemeinnützige GmbH|gemeinnützige Gesellschaft mit beschränkter Haftung
DE: UG|UG (haftungsbeschränkt)|Unternehmergesellschaft (haftungsbeschränkt)|Unternehmergesellschaft|UG haftungsbeschr.
DE: gUG|gUG (haftungsbeschränkt)|gemeinnützige UG (haftungsbeschränkt)
DE AT CH LI LU: AG|Aktiengesellschaft|Aktienges.
DE: gAG|gemeinnützige AG|gemeinnützige Aktiengesellschaft
DE AT LI CH: KG|Kommanditgesellschaft|& Co. KG|und Co. KG|u. Co. KG
DE CH AT: KGaA|Kommanditgesellschaft auf Aktien|& Co. KGaA|Kommandit-AG|Kommanditaktiengesellschaft
DE: OHG|offene Handelsgesellschaft|& Co. OHG
DE AT: GmbH & Co. KG|GmbH und Co. KG|GmbH u. Co. KG|GmbH + Co. KG|mbH & Co. KG|mbH und Co. KG|Gesellschaft mbH & Co. KG|Ges.m.b.H. & Co. KG|GmbH & Co. Kommanditgesellschaft|Gesellschaft mit beschränkter Haftung & Co. KG|Gesellschaft mit beschränkter Haftung & Co. Kommanditgesellschaft|GmbH & Cie. KG|GmbH Co. KG|GmbH & KG
DE: GmbH & Co. KGaA|GmbH und Co. KGaA|Gesellschaft mit beschränkter Haftung & Co. KGaA
DE: GmbH & Co. OHG|GmbH und Co. OHG
DE AT: AG & Co. KG|AG und Co. KG|Aktiengesellschaft & Co. KG
DE: AG & Co. KGaA|AG und Co. KGaA|Aktiengesellschaft & Co. KGaA
DE: AG & Co. OHG|AG und Co. OHG
DE AT: SE & Co. KG|SE und Co. KG|Societas Europaea & Co. KG
DE: SE & Co. KGaA|SE und Co. KGaA|Societas Europaea & Co. KGaA
DE: UG & Co. KG|UG (haftungsbeschränkt) & Co. KG|UG (haftungsbeschränkt) und Co. KG|Unternehmergesellschaft (haftungsbeschränkt) & Co. KG
DE: UG & Co. OHG|UG (haftungsbeschränkt) & Co. OHG
DE: B.V. & Co. KG|BV und Co. KG
DE: Ltd. & Co. KG|Limited & Co. KG|Ltd. und Co. KG
DE: Stiftung & Co. KG|Stiftung und Co. KG
DE: Stiftung & Co. KGaA
DE: eG & Co. KG
DE: GmbH & Still|GmbH & Co.
DE: GbR|Gesellschaft bürgerlichen Rechts|GdbR|BGB-Gesellschaft
DE: eGbR|eingetragene Gesellschaft bürgerlichen Rechts
DE: PartG|Partnerschaftsgesellschaft
DE: PartG mbB|Partnerschaftsgesellschaft mbB|Partnerschaft mbB|mbB|Partnerschaftsgesellschaft mit beschränkter Berufshaftung
DE AT: eG|eingetragene Genossenschaft|eGen|eGmbH|eingetragene Genossenschaft mit beschränkter Haftung|reg. Genossenschaft mit beschränkter Haftung
DE: e.K.|e. Kffr|eingetragener Kaufmann|eingetragene Kauffrau|e.Kfm.|e.Kfr.
DE AT LI CH: e.V.|eingetragener Verein
DE: VVaG|Versicherungsverein auf Gegenseitigkeit
DE: AöR|Anstalt des öffentlichen Rechts|Anstalt öffentlichen Rechts
DE: KdöR|Körperschaft des öffentlichen Rechts|K.d.ö.R.|KöR
DE AT CH LI: Stiftung …|gemeinnützige Stiftung|Stiftung des bürgerlichen Rechts|Stiftung des öffentlichen Rechts|Stiftung bürgerlichen Rechts
DE: REIT-AG
DE: InvAG|Investmentaktiengesellschaft
DE AT: EWIV|Europäische wirtschaftliche Interessenvereinigung
AT: OG|offene Gesellschaft|& Co. OG
AT: GmbH & Co. OG|GmbH und Co. OG
AT: e.U.|eingetragener Unternehmer|eingetragene Unternehmerin
AT: GesbR|Gesellschaft nach bürgerlichem Recht
AT: OEG|offene Erwerbsgesellschaft
AT: KEG|Kommandit-Erwerbsgesellschaft
AT: FlexCo|FlexKapG|Flexible Kapitalgesellschaft
CH: Sàrl|S.à r.l.|Société à responsabilité limitée
CH LI: KlG|Kollektivgesellschaft
CH LI: KmG
CH: Genossenschaft
CH: Sagl|Società a garanzia limitata
LI: Anstalt
LI: Trust reg.|Treuunternehmen|Trust Reg
FR BE LU CH MC SN CI CM ML BF BJ NE TG GA CG CD TN MA DZ MG HT GN MR TD: SA|Société anonyme
ES AR CL PE UY PY BO EC VE CO CR PA GT HN SV NI DO MX CU: SA|Sociedad anónima|Soc. Anón.
PT BR AO MZ CV GW ST: SA|Sociedade anônima|S/A|Sociedade anónima|?Cia. …|Companhia …
PL: SA|Spółka akcyjna
RO MD: SA|Societate pe acțiuni|Societate pe acţiuni|S.C. … S.A.|SC … SA
GR CY: SA|AE|Α.Ε.|Ανώνυμη Εταιρεία|Ανώνυμη Εταιρία|Ανώνυμος Εταιρεία|Société Anonyme
FR MC: SAS|Société par actions simplifiée
CO AR UY EC DO MX: SAS|Sociedad por acciones simplificada
LU SN CI CM MA TN: SAS|Société par actions simplifiée
FR: SASU|Société par actions simplifiée unipersonnelle
FR LU MC SN CI CM ML BF BJ NE TG GA CG CD TN MA DZ MG HT GN MR TD LB BE: Sàrl|SARL|S.à r.l.|Société à responsabilité limitée
FR DZ TN: EURL|Entreprise unipersonnelle à responsabilité limitée
MA: SARL AU|SARL d'associé unique|Société à responsabilité limitée d'associé unique
TN SN CI: SUARL|Société unipersonnelle à responsabilité limitée
DZ: ?SpA|Société par actions
LU: SARL-S|S.à r.l.-S|Société à responsabilité limitée simplifiée
FR: ?SCI|Société civile immobilière
FR: SCP|Société civile professionnelle
FR: SCM|Société civile de moyens
FR: SCEA|Société civile d'exploitation agricole
FR: ?EARL|Exploitation agricole à responsabilité limitée
FR: GAEC …|Groupement agricole d'exploitation en commun
FR BE LU CH SN CI CM MA TN: SNC|Société en nom collectif
IT SM: SNC|S.n.c.|Società in nome collettivo
FR BE LU CH MC TN: SCA|Société en commandite par actions
FR BE LU CH SN CI: SCS|Société en commandite simple
LU: SCSp|Société en commandite spéciale
FR: SELARL|Société d'exercice libéral à responsabilité limitée
FR: SELAS|Société d'exercice libéral par actions simplifiée
FR: SEM|SAEM|SAEML|Société d'économie mixte|Société anonyme d'économie mixte
FR: SPL|Société publique locale
FR BE LU SN CI: GIE|Groupement d'intérêt économique
FR: GEIE|Groupement européen d'intérêt économique
FR: ?EPIC|Établissement public à caractère industriel et commercial
FR: ?SCOP|Société coopérative et participative|Société coopérative ouvrière de production
FR: SCIC|Société coopérative d'intérêt collectif
FR: SICA|Société d'intérêt collectif agricole
FR LU BE CH ES: SICAV|Société d'investissement à capital variable|Sociedad de inversión de capital variable
LU FR: SICAF|Société d'investissement à capital fixe
LU FR BE: FCP|Fonds commun de placement
FR BE LU CH: Cie|& Cie|et Cie|et Compagnie|& Compagnie
BE LU: ASBL|Association sans but lucratif|A.S.B.L.
BE: AISBL|Association internationale sans but lucratif
BE: VZW|Vereniging zonder winstoogmerk
BE: IVZW|Internationale vereniging zonder winstoogmerk
BE: BVBA|Besloten vennootschap met beperkte aansprakelijkheid
BE: EBVBA|Eenpersoons besloten vennootschap met beperkte aansprakelijkheid
BE: SPRL|Société privée à responsabilité limitée
BE: SPRLU|Société privée à responsabilité limitée unipersonnelle
BE: SRL|S.R.L.
BE: CVBA|Coöperatieve vennootschap met beperkte aansprakelijkheid
BE: CVOA|Coöperatieve vennootschap met onbeperkte aansprakelijkheid
BE: SCRL|Société coopérative à responsabilité limitée
BE LU FR: ?SC|Société coopérative
BE: SComm|S.Comm.
BE: CommV|Comm.V.|Commanditaire vennootschap
BE: Comm.VA|Commanditaire vennootschap op aandelen
BE: ESV|Economisch samenwerkingsverband
NL BE SR AW CW SX: BV|B.V.|Besloten vennootschap
NL: BV i.o.|B.V. i.o.|B.V. in oprichting
NL BE SR AW CW SX: ?NV|N.V.|Naamloze vennootschap
NL BE: VOF|V.O.F. …|Vennootschap onder firma
NL: CV|??CV …|C.V. …
NL: Maatschap …
NL BE: Stichting …
NL: ??UA|U.A.|Coöperatie U.A.|Coöperatief U.A.|Coöperatieve U.A.|Coöperatieve vereniging U.A.
NL: ??BA|B.A.|Coöperatie B.A.
NL: Coöperatie …|Coöperatieve Vereniging …
NL: Vereniging …
NL: Onderlinge Waarborgmaatschappij …
NL: Eenmanszaak
CW SX AW: VBA
IT SM: ?SpA|S.p.A.|Società per azioni|Soc. per az.
IT SM: SRL|S.r.l.|Società a responsabilità limitata|Soc. a r.l.
IT: SRLS|S.r.l.s.|Società a responsabilità limitata semplificata
IT: S.r.l. unipersonale|Società a responsabilità limitata unipersonale|SURL
IT: SAPA|S.a.p.A.|Società in accomandita per azioni
IT: SAS|S.a.s.|Società in accomandita semplice
IT: S.s.|Società semplice
IT: SCARL|S.c.a r.l.|Soc. coop. a r.l.|Società cooperativa a responsabilità limitata|Società consortile a responsabilità limitata|Soc. cons. a r.l.
IT: SCPA|S.c.p.A.|Società consortile per azioni|Società cooperativa per azioni
IT: Soc. coop.|Società cooperativa|Scrl onlus
IT: Società cooperativa sociale|Soc. coop. soc.|Cooperativa sociale
IT: Onlus
IT: SGR|S.G.R.|S.G.R.p.A.|Società di gestione del risparmio
IT: ?SIM|Società di intermediazione mobiliare
IT: ETS|Ente del terzo settore
ES: ?SL|S.L.|Sociedad limitada
ES: SLU|S.L.U.|Sociedad limitada unipersonal
ES: SLL|S.L.L.|Sociedad limitada laboral
ES: SLNE|Sociedad limitada nueva empresa
ES: SLP|S.L.P.|Sociedad limitada profesional
ES AR: SAU|S.A.U.|Sociedad anónima unipersonal
ES: ?SAL|S.A.L.|Sociedad anónima laboral
ES: ?SAD|S.A.D.|Sociedad anónima deportiva
ES: SCCL|S.C.C.L.|Societat cooperativa catalana limitada
ES: Soc. coop.|S. Coop.|Sociedad cooperativa|S.Coop.Ltda.|Sociedad cooperativa limitada
ES: ?CB|C.B.|Comunidad de bienes
ES: SCP|S.C.P.|Sociedad civil particular|Sociedad civil profesional
ES: AIE|A.I.E.|Agrupación de interés económico
ES: UTE|U.T.E.|Unión temporal de empresas
ES: SAT|S.A.T.|Sociedad agraria de transformación
ES: SICC|SOCIMI
ES MX CO AR PE: Cía.|y Cía.|& Cía.|y Compañía|& Compañía
ES PE CO CL AR: SENC|S. en C.|Sociedad en comandita|Sociedad en comandita simple|S.Com.
ES CL AR: SCPA|S. en C. por A.|Sociedad en comandita por acciones|S.Com. por A.
ES: SRC|S.R.C.|Sociedad regular colectiva
ES: SGR|S.G.R.|Sociedad de garantía recíproca
AR UY PY PE BO MX CR DO NI HN SV VE CU ES CL: SRL|S.R.L.|Sociedad de responsabilidad limitada|S. de R.L.|Soc. de R.L.
AR: SACI|S.A.C.I.|Sociedad anónima comercial e industrial
AR: SAIC|S.A.I.C.|Sociedad anónima industrial y comercial
AR: SACIF|S.A.C.I.F.|S.A.C.I. y F.|Sociedad anónima comercial, industrial y financiera
AR: SACIFI|S.A.C.I.F.I.|Sociedad anónima comercial, industrial, financiera e inmobiliaria
AR: SACIFIA|S.A.C.I.F.I. y A.
AR: SAICA|S.A.I.C.A.
AR: SE|Sociedad del Estado
MX: SA de CV|S.A. de C.V.|Sociedad anónima de capital variable|S.A. C.V.
MX: SAB de CV|S.A.B. de C.V.|Sociedad anónima bursátil de capital variable
MX: SAB|S.A.B.|Sociedad anónima bursátil
MX: SAPI de CV|S.A.P.I. de C.V.|Sociedad anónima promotora de inversión de capital variable
MX: SAPI|S.A.P.I.|Sociedad anónima promotora de inversión
MX: S de RL de CV|S. de R.L. de C.V.|Sociedad de responsabilidad limitada de capital variable
MX: SAS de CV|S.A.S. de C.V.
MX: SC|S.C.|Sociedad civil
MX: ??AC|A.C.|Asociación civil
MX: SNC|S.N.C.|Sociedad nacional de crédito|Institución de banca de desarrollo
MX: SOFOM|S.A.P.I. de C.V., SOFOM E.N.R.|S.A. de C.V. SOFOM E.N.R.|S.A. de C.V. SOFOM E.R.|SOFOM ENR|SOFOM ER
MX: SPR de RL|S.P.R. de R.L.|Sociedad de producción rural de responsabilidad limitada
MX: SPR de RL de CV|S.P.R. de R.L. de C.V.
CL: ?SpA|Sociedad por acciones
CL: Ltda|Limitada|y Compañía Limitada|y Cía. Ltda.|& Cía. Ltda.
CO EC BO CR GT: Ltda|Limitada|Cía. Ltda.|Compañía Limitada|y Cía. Ltda.|& Cía. Ltda.
CL PE CO CR: EIRL|E.I.R.L.|Empresa individual de responsabilidad limitada
PE: ?SAC|S.A.C.|Sociedad anónima cerrada
PE: SAA|S.A.A.|Sociedad anónima abierta
PE: SCRL|S.C.R.L.|Sociedad comercial de responsabilidad limitada
CO: ESP|E.S.P.|S.A. E.S.P.|S.A.S. E.S.P.|Empresa de servicios públicos
CO: BIC|S.A.S. B.I.C.|Sociedad de beneficio e interés colectivo
CO: S. en C.S.
VE EC: ??CA|C.A.|Compañía anónima
VE: SACA|S.A.C.A.|Sociedad anónima de capital abierto
EC: ?EP|E.P.|Empresa pública
DO: C. por A.|Compañía por acciones
BR PT AO MZ CV: Ltda|Limitada|Lda|Lda.|Sociedade limitada|Sociedade por quotas|& Cia. Ltda.
PT: Unipessoal Lda|Unipessoal Lda.|Sociedade unipessoal por quotas|Sociedade unipessoal, Lda.
BR: EIRELI|Empresa individual de responsabilidade limitada
BR: ??ME|Microempresa|Ltda. - ME|Ltda ME
BR: EPP|Empresa de pequeno porte|Ltda. - EPP|Ltda EPP
BR: MEI|Microempreendedor individual
BR: SLU|Sociedade limitada unipessoal
PT: SGPS|S.G.P.S.|SGPS, S.A.|Sociedade gestora de participações sociais
PT: CRL|C.R.L.|Cooperativa de responsabilidade limitada
PT: ACE|Agrupamento complementar de empresas
PT: EPE|E.P.E.|Entidade pública empresarial
PT: ??EM|E.M.|Empresa municipal
GB IE IN HK SG NZ AU CA NG KE GH ZM ZW UG TZ JM TT BB MT CY IL BD PK LK BM KY VG BS GI IM JE GG MU SC FJ MW SL GM LR RW US: Ltd|Ltd.|Limited|Limited Company
GB IE MT CY GI IM JE GG NG KE LK BM: PLC|P.L.C.|Public limited company|Public Ltd. Co.|p.l.c.
GB US CA SG IN JE KE MT CY AU NZ IL PK JP HK: LLP|L.L.P.|Limited liability partnership
GB US CA IE SG HK KY VG LU JE GG IM AU NZ: LP|L.P.|Limited partnership
GB: CIC|C.I.C.|Community interest company
GB: CIO|Charitable incorporated organisation
GB: CCC|c.c.c.|Cwmni cyfyngedig cyhoeddus
GB: Cyf|Cyf.|Cyfyngedig
GB IE: ??Unlimited|Unlimited company|UC
GB IE NZ AU CA: Co-operative Limited|Co-operative Ltd.|Co-operative Society Limited
GB: RTM Company Limited|RTM Company Ltd
IE: DAC|D.A.C.|Designated activity company
IE: CLG|C.L.G.|Company limited by guarantee
IE: CPT|c.p.t.|Cuideachta phoiblí theoranta
IE: Teo|Teoranta|Teo.
IE: ULC|Unlimited liability company
IE: ICAV|Irish collective asset-management vehicle
US CA PH: Inc|Inc.|Incorporated|Incorporation
US CA PH: Corp|Corp.|Corporation
US CA: Co|Co.|?Company|& Co.|and Co.|& Company|and Company
US PR AE QA OM BH KW SA JO EG RU UA KZ GE AM AZ UZ: LLC|L.L.C.|Limited liability company|L.L.C
US: PLLC|P.L.L.C.|Professional limited liability company
US: LLLP|L.L.L.P.|Limited liability limited partnership
US CA: ??PC|P.C.|Professional corporation
US: ??PA|P.A.|Professional association
US: ??NA|N.A.|National Association
US: FSB|F.S.B.|Federal savings bank
US: NT&SA|National Trust and Savings Association
US: PBC|P.B.C.|Public benefit corporation
US: L3C|Low-profit limited liability company
US: ??GP|General partnership
US: Co., Inc.|Company, Inc.|Co. Inc|& Co., Inc.|and Company, Inc.
US: Co., LLC|Company, LLC|& Co., LLC
US: Statutory Trust|Business Trust
CA: Ltée|Ltée.|Limitée|Cie Ltée
CA: ULC|U.L.C.|Unlimited liability corporation
CA: SENC|S.E.N.C.
CA: SENCRL|S.E.N.C.R.L.|Société en nom collectif à responsabilité limitée
CA: ?SEC|S.E.C.|Société en commandite
CA: Incorporée
CA: ??Coop|Coop.
IN BD PK LK ZW NP MV BT MM SG MY: Pvt Ltd|Pvt. Ltd.|Private Limited|(Pvt) Ltd|(Private) Limited|P. Ltd.|(P) Ltd.|Pvt. Limited|Private Ltd|(Pvt.) Limited|Pvt. Ltd. Co.
IN: OPC Pvt Ltd|(OPC) Private Limited|OPC Private Limited|(OPC) Pvt. Ltd.
IN: Producer Company Limited|Producer Co. Ltd.
IN: HUF|Hindu undivided family
IN: Nidhi Limited
AU ZA NA BW SZ LS: Pty Ltd|Pty. Ltd.|Pty Limited|Proprietary Limited|(Pty) Ltd|(Pty) Limited|(Proprietary) Limited|Pty
AU: ??NL|N.L.|No Liability
AU: Incorporated Association|Inc. Assoc.
ZA: ??CC|C.C.|Close corporation
ZA: NPC|Non-profit company
ZA: RF|(RF) Ltd|(RF) Limited|RF Limited|(RF) (Pty) Ltd|(RF) Proprietary Limited
ZA: SOC Ltd|SOC Limited
SG MY: Pte Ltd|Pte. Ltd.|(Pte) Ltd|Pte. Limited|Pte
SG: VCC|Variable capital company
MY BN: Sdn Bhd|Sdn. Bhd.|Sendirian Berhad
MY BN: Bhd|Bhd.|Berhad
MY: PLT|Perkongsian liabiliti terhad
HK MO: Ltda|Limitada
CN JP KR TW TH VN HK KH MM LA MN ET: Co Ltd|Co., Ltd.|Co. Ltd.|Company Limited|Company, Limited|Co. Limited|Coltd|Co.Ltd|& Co. Ltd.|& Co., Ltd.|and Company Limited|& Company Limited|& Co. Limited|& Company, Ltd.
GB IE CA: Co Ltd|Co. Ltd.|Company Limited|& Co. Ltd.|& Company Limited
CN: 有限公司 …
CN: 有限责任公司 …|有限責任公司 …
CN: 股份有限公司 …
CN: 有限合伙|(有限合伙)|合伙企业(有限合伙)
CN: 普通合伙|(普通合伙)|合伙企业(普通合伙)|(特殊普通合伙)
CN: 个人独资企业
CN: 个体工商户
CN: 农民专业合作社|专业合作社
TW: 股份有限公司 …
TW HK MO: 有限公司 …
TW: 無限公司
TW: 兩合公司
TW: 商行
TW: 企業社
JP: 株式会社 …|(株) …|㈱ …|㍿ …|カブシキガイシャ …|株式會社 …|K.K.|?KK|Kabushiki Kaisha|Kabushiki Gaisha|Kabushikikaisha|Kabushikigaisha
JP: 有限会社 …|(有) …|㈲ …|ユウゲンガイシャ …|有限會社 …|Y.K.|?YK|Yugen Kaisha|Yugen Gaisha
JP: 合同会社 …|(同) …|G.K.|?GK|Godo Kaisha|Goudou Kaisha|Gōdō Gaisha
JP: 合資会社 …|(資) …|㈾ …|Goshi Kaisha|Gōshi Gaisha
JP: 合名会社 …|(名) …|㈴ …|Gomei Kaisha|Gōmei Gaisha
JP: 一般社団法人 …|(一社) …|Ippan Shadan Hojin
JP: 一般財団法人 …|(一財) …|Ippan Zaidan Hojin
JP: 公益社団法人 …|(公社) …
JP: 公益財団法人 …|(公財) …
JP: 医療法人 …|(医) …|医療法人社団 …|医療法人財団 …
JP: 学校法人 …|(学) …
JP: 社会福祉法人 …|(福) …
JP: 宗教法人 …|(宗) …
JP: 特定非営利活動法人 …|NPO法人 …
JP: 独立行政法人 …|(独) …
JP: 地方独立行政法人 …
JP: 国立大学法人 …
JP: 農事組合法人 …
JP: 相互会社
JP: 特定目的会社 …|TMK|Tokutei Mokuteki Kaisha
JP: 有限責任事業組合 …
JP: 投資事業有限責任組合
JP: 税理士法人 …
JP: 弁護士法人 …
JP: 監査法人 …|有限責任監査法人 …
JP: 協同組合|事業協同組合
KR: 주식회사 …|(주) …|㈜ …|Jusik Hoesa|Chusik Hoesa
KR: 유한회사 …|(유) …|Yuhan Hoesa
KR: 유한책임회사 …
KR: 합자회사 …|(합자) …|(합) …
KR: 합명회사 …
KR: 사단법인 …|(사) …
KR: 재단법인 …|(재) …
KR: 의료법인 …
KR: 학교법인 …
KR: 농업회사법인 …|농업회사법인 주식회사 …|농업회사법인(주) …
KR: 영농조합법인 …
KR: 협동조합 …
TH: บริษัทจำกัด|บริษัท … จำกัด|บจก. …|บจ. …|บริษัท …
TH: บริษัทมหาชนจำกัด|บริษัท … จำกัด (มหาชน)|บมจ. …|จำกัด (มหาชน)
TH: ห้างหุ้นส่วนจำกัด …|หจก. …
TH: ห้างหุ้นส่วนสามัญ …
TH: มูลนิธิ …
TH: สมาคม …
TH: Public Co Ltd|Public Co., Ltd.|Public Company Limited|PCL|Pub. Co. Ltd.
VN: Công ty TNHH …|Công ty trách nhiệm hữu hạn …|Cty TNHH …|TNHH
VN: Công ty TNHH MTV …|Công ty TNHH một thành viên …|Công ty trách nhiệm hữu hạn một thành viên …|Cty TNHH MTV …|TNHH MTV
VN: Công ty cổ phần …|Công ty CP …|Cty CP …|CTCP …
VN: Doanh nghiệp tư nhân …|DNTN …
VN: Công ty hợp danh …
VN: Hợp tác xã …|HTX …
VN: Tổng công ty …
VN: JSC|Joint Stock Company|J.S.C.
ID: PT|?PT …|P.T. …|Perseroan Terbatas …
ID: PT Tbk|PT … Tbk|PT … Tbk.|P.T. … Tbk|Tbk|(Persero) Tbk|PT … (Persero) Tbk|Perseroan Terbatas … Tbk
ID: PT Persero|PT … (Persero)|Persero|PT Persero …
ID: CV|??CV …|C.V. …|Persekutuan Komanditer …
ID: UD|??UD …|U.D. …|Usaha Dagang …
ID: ??Firma …
ID: Koperasi …
ID: Yayasan …
ID: Perum …
PH: OPC|One Person Corporation
BD: প্রাইভেট লিমিটেড|লিমিটেড
IN: प्राइवेट लिमिटेड|प्रा. लि.|प्राईवेट लिमिटेड
IN: लिमिटेड
MN: ХХК|ХХК …|хязгаарлагдмал хариуцлагатай компани
MN: ХК|хувьцаат компани
SE FI: AB|?AB …|Aktiebolag|Aktiebolaget …|AB (publ)|Aktiebolag (publ)|AB … (publ)|Aktiebolaget … (publ)|Ab Oy
SE: ?HB|Handelsbolag|Handelsbolaget …
SE FI: ?KB|Kommanditbolag|Kommanditbolaget …
SE: Ek. för.|Ekonomisk förening|ek. för. u.p.a.
SE: BRF|?Brf …|Bostadsrättsförening|Bostadsrättsföreningen …
SE: Bankaktiebolag
SE: Försäkringsaktiebolag
SE: Stiftelsen …
FI: Oy|Osakeyhtiö|Oy Ab|Oy …
FI: Oyj|Julkinen osakeyhtiö|Oyj Abp
FI: Abp|Publikt aktiebolag
FI: ?Ky|Kommandiittiyhtiö
FI: ?Ay|Avoin yhtiö
FI: Tmi|T:mi …|Toiminimi …|F:ma …
FI: Osk|Osuuskunta …|Andelslag
FI: ?ry|r.y.|Rekisteröity yhdistys|Registrerad förening
FI: As. Oy|Asunto-osakeyhtiö|Asunto Oy …|As. Oy …
FI: Kiinteistö Oy …|Koy …
FI: ?sr|Säätiö
DK: AS|A/S|A/S …|Aktieselskab|Aktieselskabet …
DK: ApS|Anpartsselskab|Anpartsselskabet …
DK: IVS|Iværksætterselskab
DK: IS|I/S|Interessentskab|Interessentskabet …
DK: KS|K/S|Kommanditselskab|Kommanditselskabet …
DK: PS|P/S|Partnerselskab|Kommanditaktieselskab
DK: AMBA|A.M.B.A.|A.m.b.a.|Andelsselskab med begrænset ansvar
DK: FMBA|F.M.B.A.|Forening med begrænset ansvar
DK: SMBA|S.M.B.A.|Selskab med begrænset ansvar
DK: G/S|Gensidigt selskab
DK: Enkeltmandsvirksomhed
DK: P/F|Partafelag
FO: Sp/f|Smápartafelag
NO: ?AS|A/S|Aksjeselskap|Aksjeselskapet …
NO: ?ASA|Allmennaksjeselskap
NO: ?ANS|Ansvarlig selskap
NO: ?DA|Delt ansvar|Selskap med delt ansvar
NO: ?KS|K/S|Kommandittselskap
NO: ENK|Enkeltpersonforetak
NO: NUF|Norskregistrert utenlandsk foretak
NO: ??BA|Selskap med begrenset ansvar
NO: SA|Samvirkeforetak
NO: Borettslag|Borettslaget …|BRL
NO: IKS|Interkommunalt selskap
NO: ?KF|Kommunalt foretak
NO: ?SF|Statsforetak
NO: ?HF|Helseforetak
IS: ehf|ehf.|Einkahlutafélag
IS: ?HF|hf|hf.|Hlutafélag
IS: ohf|ohf.|Opinbert hlutafélag
IS: ?SF|sf|sf.|Sameignarfélag
IS: slf|slf.|Samlagsfélag
IS: ?ses|ses.|Sjálfseignarstofnun
EE: ?AS|Aktsiaselts|??AS …|Aktsiaselts …
EE: ?OÜ|Osaühing|?OÜ …|Osaühing …
EE: FIE|Füüsilisest isikust ettevõtja
EE: ?TÜ|Täisühing
EE: ?UÜ|Usaldusühing
EE: MTÜ|Mittetulundusühing|MTÜ …
EE: SA|Sihtasutus …
EE: TulÜ|Tulundusühistu
LV: ?AS|Akciju sabiedrība|A/S|??AS …|A/S …|Akciju sabiedrība …
LV: ?SIA|?SIA …|Sabiedrība ar ierobežotu atbildību|Sabiedrība ar ierobežotu atbildību …
LV: ?IK|Individuālais komersants
LV: ?PS|Pilnsabiedrība
LV: ?KS|Komandītsabiedrība
LV: VAS …|Valsts akciju sabiedrība …
LV: VSIA …|Valsts sabiedrība ar ierobežotu atbildību …
LT: UAB|UAB …|Uždaroji akcinė bendrovė|Uždaroji akcinė bendrovė …
LT: AB|?AB …|Akcinė bendrovė|Akcinė bendrovė …
LT: MB|??MB …|Mažoji bendrija …
LT: II|??IĮ …|Individuali įmonė
LT: VšĮ|VšĮ …|Viešoji įstaiga …
LT: VĮ|??VĮ …|Valstybės įmonė …
LT: TŪB|Tikroji ūkinė bendrija …
LT: KŪB|Komanditinė ūkinė bendrija …
LT: ŽŪB|ŽŪB …|Žemės ūkio bendrovė …
PL: Sp. z o.o.|Spółka z ograniczoną odpowiedzialnością|Sp. zo.o.|Sp.z.o.o.|Spółka z o.o.|S. z o.o.
PL: Sp. z o.o. sp. k.|Sp. z o.o. Spółka komandytowa|Spółka z ograniczoną odpowiedzialnością Spółka komandytowa|Spółka z o.o. Spółka komandytowa|Spółka z o.o. sp. k.|Spółka z ograniczoną odpowiedzialnością sp. k.
PL: Sp. z o.o. S.K.A.|Spółka z ograniczoną odpowiedzialnością S.K.A.|Spółka z ograniczoną odpowiedzialnością Spółka komandytowo-akcyjna|Sp. z o.o. Spółka komandytowo-akcyjna
PL: Sp. z o.o. sp. j.|Spółka z ograniczoną odpowiedzialnością Spółka jawna
PL: Sp. k.|Spółka komandytowa
PL: Sp. j.|Spółka jawna
PL: Sp. p.|Spółka partnerska
PL: ?SKA|S.K.A.|Spółka komandytowo-akcyjna
PL: PSA|P.S.A.|Prosta spółka akcyjna
PL: SC|s.c.|Spółka cywilna
PL: P.P.|Przedsiębiorstwo państwowe
PL: Spółdzielnia|Spółdzielnia …
PL: Fundacja …
CZ SK: s.r.o.|spol. s r.o.|spol. s.r.o.|společnost s ručením omezeným|spoločnosť s ručením obmedzeným|s. r. o.
CZ: ?AS|a.s.|akciová společnost|akc. spol.
SK: ?AS|a.s.|akciová spoločnosť|akc. spol.
CZ SK: KS|k.s.|?KS|komanditní společnost|komanditná spoločnosť|kom. spol.
CZ SK: v.o.s.|VOS|veřejná obchodní společnost|verejná obchodná spoločnosť|veř. obch. spol.
CZ: o.p.s.|obecně prospěšná společnost
CZ: z.s.|zapsaný spolek
CZ: z.ú.|zapsaný ústav
CZ SK: s.p.|státní podnik|štátny podnik
SK: j.s.a.|jednoduchá spoločnosť na akcie
CZ SK: družstvo
SK: n.o.|nezisková organizácia
SK CZ: o.z.|občianske združenie|občanské sdružení
HU: Kft.|Korlátolt felelősségű társaság
HU: Nonprofit Kft.|Nonprofit korlátolt felelősségű társaság|Közhasznú Nonprofit Kft.
HU: Rt.|?Rt|Részvénytársaság
HU: Zrt.|Zártkörűen működő részvénytársaság
HU: Nyrt.|Nyilvánosan működő részvénytársaság
HU: Bt.|?Bt|Betéti társaság
HU: Kkt.|Közkereseti társaság
HU: E.C.|?EC|Egyéni cég
HU: Szövetkezet
HU: Kht.|Közhasznú társaság
HU: Alapítvány
RO: SRL|S.R.L.|Societate cu răspundere limitată|S.C. … S.R.L.|SC … SRL|Societatea … SRL
MD: SRL|S.R.L.|Societate cu răspundere limitată|Î.C.S. … S.R.L.
RO: SRL-D|S.R.L.-D.|Societate cu răspundere limitată debutant
RO MD: SNC|S.N.C.|Societate în nume colectiv
RO MD: SCS|S.C.S.|Societate în comandită simplă
RO: SCA|S.C.A.|Societate în comandită pe acțiuni
RO: PFA|P.F.A.|Persoană fizică autorizată
RO: II|Î.I.|??II …|Întreprindere individuală
RO: Î.F.|Întreprindere familială
RO: R.A.|??RA …|Regie autonomă
MD: II|Î.I.|Întreprinderea individuală …
MD: IS|Î.S.|Întreprinderea de stat …
MD: Î.M.|Întreprinderea municipală …
BG: ООД|ООД …|дружество с ограничена отговорност|OOD
BG: ЕООД|ЕООД …|еднолично дружество с ограничена отговорност|EOOD
BG: АД|АД …|акционерно дружество
BG: ?AD|aktsionerno druzhestvo
BG: ЕАД|ЕАД …|еднолично акционерно дружество|EAD
BG: ЕТ|ЕТ …|едноличен търговец|??ET …
BG: СД|събирателно дружество|??SD
BG: КД|командитно дружество
BG: КДА|командитно дружество с акции
BG: ДЗЗД|ДЗЗД …|DZZD
BG: АДСИЦ|ADSIC
HR SI RS BA ME MK XK: d.o.o.|DOO|društvo s ograničenom odgovornošću|društvo sa ograničenom odgovornošću|družba z omejeno odgovornostjo
HR: j.d.o.o.|jednostavno društvo s ograničenom odgovornošću
HR SI BA: d.d.|?DD|dioničko društvo|delniška družba|dioničarsko društvo
RS ME MK BA: ?AD|a.d.|akcionarsko društvo|akcionersko društvo
HR BA: j.t.d.|JTD|javno trgovačko društvo
HR SI RS BA: k.d.|?KD|komanditno društvo|komanditna družba
SI: d.n.o.|DNO|družba z neomejeno odgovornostjo
SI: s.p.|samostojni podjetnik
RS BA ME: o.d.|??OD|ortačko društvo
RS: preduzetnik|??PR|??PR …
HR: obrt
RS BA ME: JP|??JP …|javno preduzeće …
RS: ДОО|д.о.о.|друштво са ограниченом одговорношћу
RS: АД|а.д.|акционарско друштво
RS: ЈП …|јавно предузеће …
MK: ДООЕЛ|ДООЕЛ …|DOOEL|друштво со ограничена одговорност на едно лице
MK: ДОО|ДОО …|друштво со ограничена одговорност
MK: АД|акционерско друштво
AL XK: Sh.p.k.|SHPK|Shoqëri me përgjegjësi të kufizuar|Shoqëria me përgjegjësi të kufizuar
AL XK: Sh.a.|SHA|??Sha|Shoqëri aksionare|Shoqëri aksionere
AL: Sh.k.|SHK|Shoqëri komandite
GR CY: ΕΠΕ|Ε.Π.Ε.|Εταιρεία Περιορισμένης Ευθύνης|Εταιρία Περιορισμένης Ευθύνης
GR: ΙΚΕ|Ι.Κ.Ε.|Ιδιωτική Κεφαλαιουχική Εταιρεία|IKE
GR CY: EPE
GR: ??PC|P.C.
GR: ΟΕ|Ο.Ε.|Ομόρρυθμη Εταιρεία|?OE
GR: ΕΕ|Ε.Ε.|Ετερόρρυθμη Εταιρεία
GR: ΑΕΒΕ|Α.Ε.Β.Ε.|AEBE
GR: ΑΒΕΕ|Α.Β.Ε.Ε.|ABEE
GR: ΑΕΕ|Α.Ε.Ε.|AEE
GR: ΑΕΤΕ|Α.Τ.Ε.|ΑΤΕ
CY: ΛΤΔ|Λίμιτεδ|Λτδ
CY: Δημόσια Εταιρεία Λτδ
TR: ?AS|A.Ş.|AŞ|Anonim Şirketi|Anonim Şirket|A.S.|Anonim Ortaklığı|A.O.
TR: Ltd. Şti.|Limited Şirketi|Ltd Sti|Limited Şti.|Limited Şirket
TR: San. ve Tic. A.Ş.|Sanayi ve Ticaret A.Ş.|Sanayi ve Ticaret Anonim Şirketi|San. Tic. A.Ş.|Tic. A.Ş.|Ticaret A.Ş.
TR: San. ve Tic. Ltd. Şti.|Sanayi ve Ticaret Ltd. Şti.|Sanayi ve Ticaret Limited Şirketi|San. Tic. Ltd. Şti.|Tic. Ltd. Şti.|Ticaret Ltd. Şti.
TR: Koll. Şti.|Kollektif Şirketi|Kolektif Şirketi
TR: Kom. Şti.|Komandit Şirketi
TR: Koop.|Kooperatifi
TR: T.A.Ş.|Türk Anonim Şirketi|T.A.O.
RU BY KZ KG TJ UZ: ООО|ООО …|Общество с ограниченной ответственностью …|Общество с ограниченной ответственностью|OOO …|О.О.О. …
RU BY KZ KG TJ UZ: АО|АО …|Акционерное общество …|Акционерное общество|??AO …
RU: ПАО|ПАО …|Публичное акционерное общество …|??PAO …|Публичное акционерное общество
RU BY KG: ОАО|ОАО …|Открытое акционерное общество …|OAO …|A.O.O. …|Открытое акционерное общество
RU BY KG: ЗАО|ЗАО …|Закрытое акционерное общество …|ZAO …|Закрытое акционерное общество
RU UA AE KZ: PJSC|P.J.S.C.|Public Joint Stock Company|Public JSC
RU BY KG UZ AM: OJSC|Open Joint Stock Company|Open JSC
RU BY KG UZ AM SA: CJSC|Closed Joint Stock Company|Closed JSC
UA AE: PrJSC|Private Joint Stock Company|Private JSC
RU: НАО|НАО …|Непубличное акционерное общество …|??NAO …
RU BY KZ: ИП|ИП …|Индивидуальный предприниматель …
RU BY: ОДО|ОДО …|Общество с дополнительной ответственностью …
RU: ГУП|ГУП …|Государственное унитарное предприятие …
RU: ФГУП|ФГУП …|Федеральное государственное унитарное предприятие …|FGUP …
RU: МУП|МУП …|Муниципальное унитарное предприятие …
RU: НКО|НКО …|Некоммерческая организация …
RU: АНО|АНО …|Автономная некоммерческая организация …
RU BY: ПК|Производственный кооператив …
RU: СПК|СПК …|Сельскохозяйственный производственный кооператив …
RU: КФХ|КФХ …|Крестьянское (фермерское) хозяйство …
RU: ТСЖ|ТСЖ …|Товарищество собственников жилья …
RU KZ: Полное товарищество …
RU: АКБ …|Акционерный коммерческий банк …
RU: НП …|Некоммерческое партнёрство …
RU: ФГБУ …|Федеральное государственное бюджетное учреждение …
RU: ФГБОУ …
RU: МКУ …|Муниципальное казенное учреждение …
KZ: ТОО|ТОО …|Товарищество с ограниченной ответственностью …|??TOO …|Товарищество с ограниченной ответственностью
KZ: ЖШС|ЖШС …|Жауапкершілігі шектеулі серіктестігі|Жауапкершілігі шектеулі серіктестік
KZ: АҚ|Акционерлік қоғам|Акционерлік қоғамы
KZ: LLP|Limited Liability Partnership
KZ RU UA: JSC|Joint Stock Company|J.S.C.|Joint-Stock Company|JSC …
BY: УП|УП …|Унитарное предприятие …|ЧУП …|Частное унитарное предприятие …
BY: ТАА …|Таварыства з абмежаванай адказнасцю …
BY: ААТ …|Адкрытае акцыянернае таварыства …
BY: ЗАТ …|Закрытае акцыянернае таварыства …
UA: ТОВ|ТОВ …|Товариство з обмеженою відповідальністю …|Товариство з обмеженою відповідальністю|?TOV …|ТзОВ …
UA: АТ|АТ …|Акціонерне товариство …|Акціонерне товариство|??AT …
UA: ПАТ|ПАТ …|Публічне акціонерне товариство …|??PAT …
UA: ПрАТ|ПрАТ …|Приватне акціонерне товариство …|PrAT …
UA: ВАТ|ВАТ …|Відкрите акціонерне товариство …|??VAT …
UA: ЗАТ|ЗАТ …|Закрите акціонерне товариство …
UA: ФОП|ФОП …|Фізична особа-підприємець …|FOP …
UA: ПП|ПП …|Приватне підприємство …
UA: ДП|ДП …|Державне підприємство …
UA: КП|КП …|Комунальне підприємство …
UA: ТДВ|ТДВ …|Товариство з додатковою відповідальністю …
UA: ФГ|ФГ …|Фермерське господарство …
UA: СТОВ …|Сільськогосподарське товариство з обмеженою відповідальністю …
UZ: MChJ|MCHJ|mas'uliyati cheklangan jamiyati|МЧЖ
UZ: ?AJ|aksiyadorlik jamiyati
AZ: MMC|Məhdud Məsuliyyətli Cəmiyyəti|Məhdud Məsuliyyətli Cəmiyyət
AZ: ASC|Açıq Səhmdar Cəmiyyəti
AZ: QSC|Qapalı Səhmdar Cəmiyyəti
GE: შპს|შპს …|შეზღუდული პასუხისმგებლობის საზოგადოება
GE: სს|სს …|სააქციო საზოგადოება
AM: ՍՊԸ|սահմանափակ պատասխանատվությամբ ընկերություն
AM: ՓԲԸ|փակ բաժնետիրական ընկերություն
AM: ԲԲԸ|բաց բաժնետիրական ընկերություն
IL: בע"מ|בע״מ|בעמ|בערבון מוגבל
IL: שותפות מוגבלת
IL: חל"צ|חברה לתועלת הציבור
IL: ע"ר|(ע"ר)|עמותה
AE SA EG KW QA BH OM JO LB SY IQ: ش.م.م|ش. م. م.|ذ.م.م|ذ. م. م.|شركة ذات مسؤولية محدودة|شركة … ذات مسؤولية محدودة|شركة … ذ.م.م|ذات مسؤولية محدودة|ذات المسؤولية المحدودة|المحدودة
EG AE SA KW QA BH OM JO LB: ش.م.ع|شركة مساهمة عامة|شركة … المساهمة العامة|مساهمة عامة
EG LB SY: ش.م.ل|ش.م.س|ش.م.م.م
SA: شركة مساهمة|شركة مساهمة سعودية|المساهمة
SA KW BH: شركة مساهمة مقفلة
KW: ش.م.ك|ش.م.ك.ع|ش.م.ك.م|KSC|K.S.C.|KSCP|K.S.C.P.|KSCC|K.S.C.C.
BH: ش.م.ب|BSC|B.S.C.|BSC (c)|B.S.C. (c)
QA: QSC|Q.S.C.
QA: ش.م.ق|QPSC|Q.P.S.C.
OM: ش.م.ع.ع|SAOG|S.A.O.G.|SAOC|S.A.O.C.
AE: FZE|F.Z.E.|Free Zone Establishment
AE: FZCO|FZ Co.|F.Z.Co.|Free Zone Company|FZC
AE: FZ-LLC|FZ LLC|FZLLC|LLC-FZ
AE: DMCC|DMCC LLC
AE: WLL|W.L.L.|With limited liability
QA BH KW: WLL|W.L.L.|With limited liability
EG: ?SAE|S.A.E.|Société anonyme égyptienne
EG: JSC|Joint Stock Company|J.S.C.
LB: ?SAL|S.A.L.|Société anonyme libanaise
LB: SAL Holding|S.A.L. Holding|S.A.L. (Holding)|Holding S.A.L.
LB: SAL Offshore|S.A.L. Offshore|S.A.L. (Offshore)|Offshore S.A.L.
IR: شرکت … (سهامی خاص)|سهامی خاص|(سهامی خاص)
IR: شرکت … (سهامی عام)|سهامی عام|(سهامی عام)
IR: با مسئولیت محدود|شرکت با مسئولیت محدود …
IR: PJS|P.J.S.|Private Joint Stock
PK: پرائیویٹ لمیٹڈ|(پرائیویٹ) لمیٹڈ
ET: PLC|P.L.C.|Private Limited Company|ኃላፊነቱ የተወሰነ የግል ማህበር|ኃ.የተ.የግ.ማ
ET: SC|S.C.|Share Company|አክሲዮን ማህበር
NG: GTE|Ltd/Gte|Limited by guarantee
ZM ZW: Private Business Corporation
BE DE FR NL AT ES IT SE FI DK LU PL CZ SK HU IE MT CY EE LV LT SI HR RO BG GR PT NO LI: ?SE|S.E.|Societas Europaea|Europäische Gesellschaft|Société européenne|Società europea|Europeisk bolag
DE FR NL AT ES IT SE FI DK LU BE: ?SCE|Societas Cooperativa Europaea|Europäische Genossenschaft
BE DE FR NL LU GB IE: EEIG|European Economic Interest Grouping|EESV
MU SC BZ: GBC|IBC|International Business Company
JE GG: ICC|PCC|Protected cell company|Incorporated cell company
KY: SPC|Segregated portfolio company
KY: Exempted Company|Exempted Limited
MT: Ltd|b.m.l.
LU: SCoSA|Société coopérative organisée comme une société anonyme
MC: ?SAM|Société anonyme monégasque
AD: ?SL|Societat limitada
AD: SLU|Societat limitada unipersonal
AD: SA|Societat anònima
NL: OWM|O.W.M.
AW: AVV|A.V.V.|Aruba vrijgestelde vennootschap
BE: CVA|C.V.A.
US: RLLP|R.L.L.P.|Registered limited liability partnership
US: RLLLP|R.L.L.L.P.
US: LC|L.C.
US: PSC|P.S.C.|Professional service corporation
US: LCA|L.C.A.|Limited cooperative association
US AU GB NZ MU: ??Coop|Co-op|Cooperative|Co-operative
AU JE: ILP|I.L.P.|Incorporated limited partnership
GB IE NG HK NZ PK: Ultd|Unltd.
MX: SC de RL|S.C. de R.L.
MX: SC de RL de CV|S.C. de R.L. de C.V.
MX: SCL|S.C.L.
MX: IAP|I.A.P.|Institución de asistencia privada
MX: SPR|S.P.R.
ES: SRLL|S.R.L.L.
ES: SRLP|S.R.L.P.
ES: SCR|S.C.R.|Sociedad de capital riesgo
ES: FI|F.I.|Fondo de inversión
SI: z.o.o.|zadruga z omejeno odgovornostjo
SI: k.d.d.|komanditna delniška družba
SI: d.v.z.
SE: BAB
FI: ETEY
IS: slhf|slhf.|Samlagshlutafélag
DE AT: stG|stille Gesellschaft
PL: TUW|Towarzystwo ubezpieczeń wzajemnych
HU: EGE
LT: KB|Kooperatinė bendrovė
EE: KÜ|Korteriühistu
EE: HÜ|Hooneühistu
XK: NSH
BG: ЕКД|европейско кооперативно дружество
BG: ЕД|европейско дружество
RS: ПР
RS: ОД|о.д.|ортачко друштво
MK HR: ТП|t.p.
NZ: Inc Soc|Incorporated society
KY: SEZC|Special economic zone company
KY VC BS: LDC|L.D.C.|Limited duration company
CO GT: Cía. S. en C.
GT CO: Cía. S.C.A.
BY: ТДА|таварыства з дадатковай адказнасцю
AM: ԼԸ|լիակատար ընկերություն
NO: BBL|Boligbyggelag
NO: FKF|Fylkeskommunalt foretak
FR: Association loi 1901
`
