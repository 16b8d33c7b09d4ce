"""Words too common to lead anywhere, without accents; the index holds none of them and a query loses them."""

_FRENCH = """
a ai aie ainsi alors apres as au aucun aussi autre aux avait avant avec avoir car ce ceci cela celle celui ces cet cette
chaque chez ci comme comment d dans de depuis des donc dont du elle elles en encore entre est et etaient etait etant ete
etre eu fait font il ils j je jusque l la le les leur leurs lors lui m ma mais me meme mes moi mon n ne ni non nos notre
nous on ont or ou par parce pas pendant peu peut plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa
sans se selon sera ses si son sont sous sur t ta te tel telle tes toi ton tous tout toute toutes tres tu un une vers vos
votre vous y
"""
_ENGLISH = """
a about after all also an and any are as at be been before being between both but by can could did do does
doing for from had has have having he her here him his how i if in into is it its itself just me more most my
no nor not of off on once only or other our out over own s same she should so some such t than that the their
them then there these they this those through to too under until up very was we were what when where which
while who whom why will with would you your
"""

STOP_WORDS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
