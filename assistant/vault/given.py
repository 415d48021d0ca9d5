"""First names of many countries, folded: they tell `Priya Raman` from `Larkspur Foods`."""

from __future__ import annotations

from assistant.vault.folding import word_set

GIVEN_NAMES = word_set(
    """
    aaron abby abdul abigail abraham ada adam adele adrian adriana agata agnes agnieszka ahmed aidan
    aileen aisha akira alan alana albert alberto alejandra alejandro alena ales alessandra alessandro alex
    alexa alexander alexandra alexandre alexis alfred alfredo ali alice alicia alina alison alistair allan
    allison alma alvaro amanda amara amber amelia amina amir amit amy ana anais anastasia anders andre
    andrea andreas andreea andrei andres andrew andrzej andy angela angelica angus anil anita anja anjali
    ann anna annabel anne annette annika anthony antje antoine anton antonia antonin antonio anya april
    arjun arnaud arne arthur arturo asha ashley astrid atul audrey aurelie austin ava axel ayesha barbara
    barbora barry bart bartosz bea beatrice beatriz becky ben benedict benjamin bernard bernd beth bethany
    betty bianca bill billy birgit bjorn bogdan boris brad brandon brenda brendan brett brian bridget
    bruce bruno bryan bryony caitlin callum calvin cameron camila camille carina carl carla carlos carmen
    carol carolina caroline carolyn carsten catarina caterina catherine cathy cecile cecilia celine
    chandra charles charlie charlotte chen chiara chidi chinedu chloe chris christa christian christiane
    christina christine christoph christophe christopher ciara claire clara clare claude claudia claus
    clemens cliff clive colin connor conor craig cristina curtis cynthia daan dagmar daisy dale damian
    damien dan dana daniel daniela danielle danny dario darius darren dave david dawn dean debbie deborah
    declan deepa deepak delphine denis denise dennis derek devika diana diane diego dieter dilip dimitri
    dina dirk dmitri dolores dominic dominik dominika dominique don donald donna dora doris dorota dorothy
    doug douglas duncan dylan eddie edgar edith edward edwin eileen elaine eleanor elena eleni eli elias
    elif elin elisa elisabeth elise eliza elizabeth ella ellen elliot ellis elsa elsie emeka emil emilia
    emilie emily emma emmanuel enrico enrique eric erica erik erika erin ernest esra esther ethan eva evan
    eve evelyn ewa ewan fabian fabio fabrice faith farah fatima federica federico felicity felipe felix
    femke fernanda fernando filip fiona flora florence florian floris frances francesca francesco francis
    francisco francois frank franz fred freddie frederic frederick frederik freya friedrich gabriel
    gabriela gabrielle gareth gary gavin gemma geoff geoffrey george georgia georgina gerald gerard
    gerhard gianluca gilles gillian gina giorgio giovanni giulia giuseppe glen glenn gloria gordon grace
    graeme graham grant greg gregor gregory greta grzegorz guido guillaume gunnar gustav gustavo guy hana
    hanna hannah hanne hans harald harriet harry harvey hassan hazel heather hector heidi heike heinz
    helen helena helene helga hendrik henk henning henri henrik henry herbert hilary holger holly howard
    hubert hugh hugo hui ian ibrahim ida ife ifeoma ignacio igor ilona imogen imran ines inga inge ingrid
    irena irene irina iris isaac isabel isabella isabelle isla ismail ivan ivana ivo iwona jack jackie
    jacob jacqueline jacques jade jakob jakub jamal james jamie jan jana jane janet janine janusz jared
    jarek jaroslav jasmin jasmine jason javier jay jayne jean jeff jeffrey jelena jen jennifer jenny jens
    jeremy jeroen jerome jerry jess jessica jessie jill jim jimmy jing jiri jitka jo joan joana joanna
    joanne joao joaquin jochen jodie joe joel joelle joern johan johanna johannes john johnny jolanda jon
    jonas jonathan joost jordan jordi jorge jose josef joseph josephine josh joshua joy joyce juan juanita
    judith judy julia julian juliana julie julien juliet juliette julio jurgen justin justyna kaan kai
    kamal kamil kamila karel karen karim karin karl karla karolina kasia kate katerina katharina katherine
    kathleen kathrin kathryn kathy katie katja katrin kavita kay keisha keith kelly ken kenneth kerry
    kerstin kevin khalid kieran kim kimberly kiran kirsten klara klaus konrad krishna kristen kristian
    kristin kristina krystyna krzysztof kurt kyle lara larissa larry lars laura lauren laurence laurent
    lea leah leanne lee leila lena lennart leo leon leona leonard leonardo leonie leroy lesley leslie
    lewis lia liam libor lidia lilian liliana lily lina linda lindsay lisa liv livia liz lloyd lois lola
    lorenzo loretta lorna lorraine lotte lou louis louisa louise luca lucas lucia lucie lucy ludwig luis
    luisa lukas lukasz luke luz lydia lynda lynn maaike maarten maciej madeleine magda magdalena magnus
    mahmoud maja malcolm malgorzata mandy manfred manuel manuela mara marc marcel marcela marcin marco
    marcus marek margaret margarita margot maria mariana marianne marie marijke marina mario marion marisa
    marius mark marko markus marlene marta martha martin martina marvin mary mateusz mathias mathieu
    mathilde matt matteo matthew matthias maureen maurice mauricio max maximilian maya megan mehmet mei
    mel melanie melissa meredith merel mia michael michaela michal michel michele michelle miguel mihai
    mika mike mikhail milan milena millie milos mina mirae miriam mirjam mitchell moa mohamed mohammed
    moira molly mona monica monika morag morgan moritz morten muhammad murray mustafa myra nadia nadine
    nancy naomi natalia natalie natasha nathan neha neil nell nelson ngozi niamh nicholas nick nicky nico
    nicola nicolas nicole niels nigel nikita niklas nikola nikolaus nils nina noah noel noelle nora
    norbert norma norman nuno odette ola olaf ole oleg olga oliver olivia olivier omar oona oonagh orla
    oscar oskar ottilie otto owen pablo paige pamela paola paolo pascal patricia patrick patrik paul paula
    paulina pauline paulo pavel pavla pawel pedro peggy penelope penny per peter petr petra phil philip
    philipp philippa philippe phoebe pia pierre piet pieter pilar piotr polly prakash pranav priscilla
    priya priyesh quentin rachel rafael rafal rahul rainer raj rajesh ralf ralph ramon randy raquel rasmus
    raul ravi ray raymond rebecca regina reinhard renata renate rene renee rhys ricardo rich richard rick
    rico rita rob robbie robert roberta roberto robin roderick rodrigo roger roland rolf roman romy ron
    ronald ronan ronja rory rosa rosalind rose rosemary rosie ross roxana roy ruairidh ruaridh ruben
    rudolf rupert russell ruth ryan sabine sabrina sally sam samantha samir samuel sandeep sander sandra
    sandy sanjay sara sarah sascha saskia scott sean sebastian sergei sergio seth shane shannon sharon
    shaun sheila shirley sian sibylle siegfried sigrid silke silvia simon simona simone sinead siobhan
    skye sofia soledad solomon sonia sonja sophia sophie soren spencer stacey stan stanislav stefan
    stefania stefanie stella sten stephan stephanie stephen steve steven stewart stuart sue sunil susan
    susanna susanne suzanne sven svenja svetlana sybille sylvia sylvie tamara tamsin tania tanja tanya
    tara tariq tatiana ted temi terence teresa terry tessa thandi theo theodore theresa therese thierry
    thijs thomas thorsten tiago tibor tilda till tim timo timothy tina tobi tobias toby todd tom tomas
    tomasz tommy toni tony torben tracey tracy trevor tristan tunde tuomas uli ulla ulrich ulrike umar
    ursula ute uwe vaclav valentin valentina valerie vanessa vera verena veronica veronika vicky victor
    victoria vijay vikram viktor vincent viola violet virginia vivian vivienne vladimir volker wade wai
    walter wanda warren wayne wei wendy werner wes wiebke wilhelm will willem william winston wojciech
    wolfgang xavier xiao yan yann yannick yara yasmin yolanda yosef youssef yuki yusuf yvette yvonne zac
    zach zachary zahra zara zdenek zdenka zoe zofia zsofia zuzana
    """
)
"""Not complete and need not be: other names are known by a folder, an owner column or a one-on-one."""
