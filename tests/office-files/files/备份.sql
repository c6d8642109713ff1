INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (1,'14233843198','110105189104181729');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (2,'14269709091','450103189401222836');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (3,'14261639660','310115189307273391');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (4,'14379251811','330106189801096674');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (5,'14238004042','110105189403105152');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (6,'14229778336','440305189509114425');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (7,'14203111792','370202189110101881');
INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES (8,'14273482372','330106189002198922');